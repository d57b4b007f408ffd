import importlib
import pkgutil
import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from procure_audit import facts
from procure_audit.facts.said import phrase
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
