import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from procure_audit import facts
from procure_audit.facts.passages import passages
from procure_audit.facts.said import Passages, phrase
from procure_audit.readers import read_document
from procure_audit.rules.checks.phrases import Phrases
from procure_audit.rules.pack import load_pack, shipped
from procure_audit.rules.search import Phrase
from procure_audit.text.index import Index, Text
from procure_audit.text.pattern import Pattern


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for module in pkgutil.walk_packages(facts.__path__, f"{facts.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Pattern):
                yield f"{module.name}.{name}", value


PATTERNS = dict(_patterns())


def test_every_pattern_of_the_facts_compiles() -> None:
    assert len(PATTERNS) > 100
    for pattern in PATTERNS.values():
        assert pattern.compiled.pattern == pattern.pattern


def _sentences(root: Path) -> list[Text]:
    """Some of what the example tender says, each sentence as it is and shouted: case must not count."""
    path = next((root / "examples" / "harsh").glob("*.docx"))
    read = Passages(passages(read_document(path.read_bytes(), path.name)))
    return [Text(words) for one in read.said[::3] for words in (one.text, one.text.upper())]


def test_the_words_that_must_stand_spare_no_sentence_that_matches(root: Path) -> None:
    """What the patterns of facts and rules find when they ask for words first is what they find when always tried."""
    known = _sentences(root)
    rules = [rule for name in shipped() for rule in load_pack([name]).rules]  # apart: two countries may judge alike
    checks = [sign.check for rule in rules for sign in rule.signs]
    phrases = {one for check in checks if isinstance(check, Phrases) for one in (*check.any_of, *check.unless)}
    every = [*PATTERNS.values(), *(Phrase(one).pattern for one in sorted(phrases))]
    assert len(known) > 100 and len(every) > 600
    Index.over(known)
    for pattern in every:
        always = [pattern.compiled.search(text) is not None for text in known]
        assert [pattern.search(text) is not None for text in known] == always
        assert [pattern.search(str(text)) is not None for text in known] == always


@given(st.text(alphabet="abcdeGOLDgold tin3.\n", max_size=40))
def test_it_finds_what_the_plain_expression_finds(text: str) -> None:
    source = r"\b(?:gold|old) ?(?:tin )*?\w"
    mine, plain = phrase(source), re.compile(source.replace(" ?", r"\s*").replace(" ", r"\s+"), re.I)
    assert [match.span() for match in mine.finditer(text)] == [match.span() for match in plain.finditer(text)]
    for method in ("search", "match", "fullmatch"):
        assert repr(getattr(mine, method)(text)) == repr(getattr(plain, method)(text))


def test_a_window_leaves_what_is_outside_it_in_sight() -> None:
    assert Pattern(r"(?<=a)gold").search("agold", 1, 5)
    assert Pattern("gold").search("gold", 1) is None
