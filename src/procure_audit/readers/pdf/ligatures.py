"""Letters that a font's ligatures swallowed: "notce", "specifcaton", "de\ufffdned" made whole where that is certain.

Some programs write the glyph for "ti" or "ffi" and name it "t" or "f", or name it not at all. The text layer then
lacks letters, in every program that reads it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from .shapes import Strip, strip_like

_LEAST = 3  # different damaged words, before a file counts as damaged
_LOST = re.compile("[\ufffd\x00-\x08\x0e-\x1b\ue000-\uf8ff]")
_INSIDE = re.compile("[^\\W\\d_]+(?:[\ufffd\x00-\x08\x0e-\x1b\ue000-\uf8ff][^\\W\\d_]+)+")
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "tti", "ft")
_COMMON = frozenset(
    "affect affected affects affordable after afternoon attached attend attention benefit benefits certificate "
    "certificates certified certification classification confidential confidentiality confirm confirmation conflict "
    "conflicts define defined definition definitions different difficult effect effective efficient field file files "
    "final finance financial find finding fire first five fixed flexible flow fulfil identified identify justification "
    "left notification notified notify offer offered offers office officer officers official organisation party "
    "profile profit qualification qualifications qualified satisfaction satisfied satisfy scientific shift significant "
    "specific specification specifications specified specify staff staffing submitted sufficient traffic written "
    "verification verified workflow committee committed permitted settlement setting letter matter better attempt "
    "information application obligation termination notice time action section competition condition".split()
)

_SIGNS = re.compile(r"tng$|[acu]tve|fcat|\bfnanc|\bdefn|\btme(?:s|table)?$|\bnotc|writen$|fcien|maton$|gaton", re.I)
"""Clusters that no English word has, but a damaged one does."""

_INSERTIONS: tuple[tuple[str, str], ...] = (
    # (letters to insert, where): tried in order, each on what the one before it made
    ("fi", r"(?<=\bof)(?=c(?:e|er|ers|es|ial|ially)$)|(?<=[ue]f)(?=cien[tc])"),
    ("f", r"(?<=\b[aeo]f)(?=(?:ect|or[dt]|er(?!$)|en[cds]|ic))|(?<=\bsuf)(?=er)|(?<=\bstaf)(?=s?$|ed|ing)"),
    ("f", r"(?<=\bof)(?=ers?$)|(?<=\bdif)(?=er|ic)|(?<=\bef)(?=icien)"),
    ("fi", r"(?<=\baf)(?=liat)"),
    ("t", r"(?<=\baf)(?=er(?:wards?)?$)"),
    ("l", r"(?<=\bconf)(?=ict)|(?<=\bf)(?=exib)"),
    ("i", r"(?<=f)(?=cat|ci(?:a|e)|nanc|nal|nd|xed|rst|ve\b|ll\b|eld)|(?<=\bf)(?=t\b)"),
    ("i", r"(?<=\bdef)(?=n)|(?<=\bconf)(?=d|rm)|(?<=\bbenef)(?=c|t)|(?<=\bspecif)(?=c)|(?<=\bscientif)(?=c)"),
    ("ti", r"(?<=\b(?:se|ge)t)(?=ngs?$)|(?<=\bsubmit|\bcommit|\bpermit)(?=ng$)|(?<=\badmit)(?=ng$)"),
    (
        "t",
        r"(?<=\bat)(?=ach|end|empt)|(?<=\bwrit)(?=en$)|(?<=submit|commit|permit)(?=e[de])|(?<=\bset)(?=le)|(?<=\bvet)(?=ed)",
    ),
    ("i", r"(?<=t)(?=ngs?$|ve(?:s|ly|ness)?$|vit(?:y|ies)|mes?$|metable)|(?<=\bnot)(?=c|f)|(?<=\bst)(?=ll$)"),
    ("i", r"(?<=[aceinoux]t)(?=on(?:s|al|ally|ed|ing|ary)?$)|(?<=[eiou]pt)(?=ons?$)|(?<=umpt)(?=ons?$)"),
    (
        "i",
        r"(?<=empt)(?=ons?$)|(?<=gest)(?=ons?$)|(?<=quest)(?=on(?:s|naires?)?$)|(?<=\bent)(?=tl|ty|tes)|(?<=rect)(?=f)|(?<=cert)(?=f)",
    ),
    ("i", r"(?<=poten[t])(?=al)|(?<=part)(?=al|es|cip|cul)|(?<=substant)(?=al)|(?<=ant)(?=cip)|(?<=pract)(?=c)"),
    ("i", r"(?<=quant)(?=ty)|(?<=ident)(?=f|ty)|(?<=initiat)(?=ve)|(?<=mit)(?=gat)|(?<=warrant)(?=es)|(?<=just)(?=f)"),
    ("i", r"(?<=ent)(?=tled)|(?<=confident)(?=al)|(?<=essent)(?=al)|(?<=init)(?=al)|(?<=cont)(?=nu)|(?<=subst)(?=tut)"),
    ("i", r"(?<=invest)(?=gat)|(?<=expert)(?=se$)|(?<=just)(?=ce)|(?<=\bart)(?=cle)|(?<=fulf)(?=l)|(?<=\bt)(?=mes)"),
    ("i", r"(?<=tunit)(?=es$)|(?<=ctivit)(?=es$)|(?<=emnit)(?=es$)|(?<=[a-z]{3}if)(?=(?:e[ds]|ers?)$)"),
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_PLACE = re.compile(r"[A-Z][a-z]{1,5}ton")
_NOT_LOST = frozenset(
    ("carton", "button", "cotton", "canton", "skeleton", "proton", "piston", "wanton", "baton", "ton")
)


def repaired(pages: Sequence[Sequence[Strip]], notes: list[str]) -> list[list[Strip]]:
    """The strips of each page with their letters back; what was done, and what couldn't be, is added to *notes*."""
    done = _filled(pages, notes)
    words = _words(done)
    damaged = [word for word in words if _SIGNS.search(word)]
    if len(damaged) < _LEAST:
        return done
    mended = {word: whole for word in words if (whole := _whole(word)) != word}
    count = sum(words[word] for word in mended)
    notes.append(
        f"letters are missing from the text layer (“{damaged[0]}”): {count} words were repaired, "
        "others may still be wrong; quotes may differ from the page"
    )
    return [[_mapped(strip, mended) for strip in page] for page in done]


def _printed(pages: Sequence[Sequence[Strip]]) -> Counter[str]:
    """What is printed between spaces, and how often."""
    return Counter(chain.from_iterable(strip.words.texts for page in pages for strip in page))


def _words(pages: Sequence[Sequence[Strip]]) -> Counter[str]:
    """The words in it, by the first that occurs."""
    words: Counter[str] = Counter()
    for text, count in _printed(pages).items():
        for word in _WORD.findall(text):
            words[word] += count
    return words


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The insertions, compiled for the first damaged file: few are."""
    return tuple((letters, re.compile(where, re.I)) for letters, where in _INSERTIONS)


def _whole(word: str) -> str:
    """*word* with the letters that it must have lost; *word* itself when it may be right."""
    if word.isupper() or _PLACE.fullmatch(word) or word.lower().removesuffix("s") in _NOT_LOST:
        return word
    for letters, where in _rules():
        word = where.sub(letters, word)
    return word


def _mapped(strip: Strip, mended: dict[str, str]) -> Strip:
    if mended.keys().isdisjoint(_WORD.findall(strip.text)):
        return strip
    texts = [_WORD.sub(lambda m: mended.get(m[0], m[0]), text) for text in strip.words.texts]
    return strip_like(replace(strip.words, texts=texts), strip)


def _filled(pages: Sequence[Sequence[Strip]], notes: list[str]) -> list[list[Strip]]:
    """Glyphs without a name inside words, read as the one ligature that makes a known word."""
    if not any(_LOST.search(text) and _INSIDE.search(text) for text in _printed(pages)):
        return [list(page) for page in pages]
    known = _COMMON | {word.lower() for word in _words(pages)}
    done: list[list[Strip]] = []
    for page in pages:
        strips = [_guessed_strip(strip, known) if _LOST.search(strip.text) else strip for strip in page]
        done.append(strips)
        left = _unread(strips)
        if left:
            notes.append(f"page {page[0].page}: letters are missing from the text layer (“{left[0]}”)")
    return done


def _unread(strips: Iterable[Strip]) -> list[str]:
    return [found[0] for strip in strips for word in strip.words.texts if (found := _INSIDE.search(word))]


def _guessed_strip(strip: Strip, known: frozenset[str]) -> Strip:
    return strip_like(replace(strip.words, texts=[_guessed(text, known) for text in strip.words.texts]), strip)


def _guessed(text: str, known: frozenset[str]) -> str:
    def guess(match: re.Match[str]) -> str:
        options = {_LOST.sub(ligature, match[0]) for ligature in _LIGATURES}
        sound = [option for option in options if option.lower() in known]
        return sound[0] if len(sound) == 1 else _LOST.sub("\ufffd", match[0])

    return _INSIDE.sub(guess, text)
