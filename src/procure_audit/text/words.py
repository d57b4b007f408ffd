"""What counts as a word: whatever stands between white space and holds a letter or a digit, as word processors count.

"not-for-profit", "£1,250.50" and "and/or" are one word each; a dash, a bullet or a row of dots is none.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from string import punctuation

_KEPT = 50_000
"""Tokens whose word is kept: those of one tender come back in the next."""
_AROUND = punctuation + "“”‘’„…–—―·•⁃▪●◦‣«»¿¡£€¥°©®™§¶†‡′″\u200b\ufeff"


def count_words(text: str) -> int:
    """Words of *text*."""
    tokens = text.split()
    return len(tokens) - sum(1 for token in tokens if not token[0].isalnum() and not any(map(str.isalnum, token)))


def tally(text: str) -> Counter[str]:
    """Each distinct word of *text*, in lower case and without the punctuation around it, with how often it comes."""
    words: Counter[str] = Counter()
    for token, times in Counter(text.split()).items():
        word = bare(token)
        if word:
            words[word] += times
    return words


@lru_cache(_KEPT)
def bare(token: str) -> str:
    """*token* in lower case without the punctuation around it, "" if it is no word."""
    word = token.strip(_AROUND)
    return word.lower() if any(map(str.isalnum, word)) else ""


def shortened(text: str, most: int) -> str:
    """*text* of at most *most* characters, cut between words with "…" for what is left out."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
