"""The comment: compared whole, within GitHub's limit, and harmless whatever strangers wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from procure_audit.model import Gap, Report, Source
from procure_audit.renderers import View, markdown
from procure_audit.renderers.markdown import MOST_BYTES
from procure_audit.renderers.plainmark import as_link, as_summary, as_text

VIEW = View("0.0.0")
NARROW_BLANK = "\u200b"


def render(reports: Sequence[Report], view: View) -> str:
    return markdown.render(reports, view).decode()


def as_html(text: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(text)


@pytest.mark.parametrize("name", ["harsh", "kind"])
def test_the_comment_of_an_example(name: str, examples: dict[str, Report], file_regression: Any) -> None:
    file_regression.check(render([examples[name]], VIEW), encoding="utf-8", extension=".md")


def test_the_worst_come_first_and_the_rest_are_counted(examples: dict[str, Report]) -> None:
    told = render([examples["harsh"]], VIEW)
    shown = re.findall(r"<summary><strong>(\w+): ", told)
    left = re.search(r"^(\d+) more findings, none worse than these, had no room", told, re.M)
    assert left and len(shown) + int(left[1]) == len(examples["harsh"].findings)
    assert shown == [str(finding.severity).capitalize() for finding in examples["harsh"].findings[: len(shown)]]


@pytest.mark.parametrize("times", [1, 2, 7, 60, 900])
def test_it_stays_within_the_limit_of_a_comment(times: int, examples: dict[str, Report]) -> None:
    told = render([examples["harsh"]] * times, VIEW)
    assert len(told.encode()) <= MOST_BYTES
    assert told.count("<details>") == told.count("</details>")
    heads = len(re.findall(r"^## harsh: ", told, re.M))
    left = re.search(r"^(\d+) reports more had no room", told, re.M)
    assert heads + (int(left[1]) if left else 0) == times


def test_what_could_not_be_read_is_never_silent(examples: dict[str, Report]) -> None:
    understood = examples["harsh"].understood
    gaps = tuple(Gap(f"page {page}", "it is a scanned image " * 9, "ask " * 9, page) for page in range(400))
    scans = replace(understood, documents=(replace(understood.documents[0], gaps=gaps), *understood.documents[1:]))
    told = render([replace(examples["harsh"], understood=scans)] * 30, VIEW)
    assert told.count("400 parts could not be read") == len(re.findall("^## harsh", told, re.M)) > 0


def test_a_section_without_room_is_told(examples: dict[str, Report]) -> None:
    told = render([examples["harsh"]] * 45, VIEW)
    assert "The sections that follow the findings had no room in this comment." in told


# Strangers' words --------------------------------------------------------------------------------------------------


def test_names_and_words_of_strangers_are_only_words(hostile: Report) -> None:
    told = render([hostile], VIEW)
    shown = as_html(told)
    assert "@octocat" not in shown and f"@{NARROW_BLANK}octocat" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    tags = set(re.findall(r"<(\w+)", shown))
    assert tags <= set("details summary strong h2 h3 p blockquote ul li a table thead tbody tr th td".split())
    assert all(link.startswith("https://") for link in re.findall(r'href="([^"]*)"', shown))
    assert "onerror" not in re.sub(r"&lt;.*?&gt;", "", shown)


@given(st.text(alphabet="ab1 \n\t\\`*_[]()<>#@|~$!-+=.:/w&;\"'{}", max_size=40))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    told = f"{as_text('x' + words)}"
    shown = as_html(told)
    assert set(re.findall(r"<(/?\w+)", shown)) <= {"p", "/p"}
    plain = unescape(re.sub(r"<.*?>", "", shown)).replace(NARROW_BLANK, "")
    assert plain.split() == f"x{words}".split()


@pytest.mark.parametrize("words", ["# a", "- a", "+ a", "1. a", "1) a", "=====", "---", "> a", "    a", "~~~", "```"])
def test_words_at_the_beginning_of_a_line_make_no_block(words: str) -> None:
    assert re.findall(r"<(\w+)", as_html(f"b\n\n{as_text(words)}")) == ["p", "p"]
    assert re.findall(r"<(\w+)", as_html(f"b\n{as_text(words)}")) == ["p"]


@pytest.mark.parametrize(
    "words", ["@a", "a/b#1", "GH-1", "gh-1", "https://a.example", "HTTP://a", "www.a.example", "me@a.example"]
)
def test_github_makes_nothing_of_calls_and_addresses(words: str) -> None:
    for told in (as_text(words), str(as_summary(words))):
        assert not re.search(r"@\w|#\d|GH-\d|://|www\.", unescape(told), re.I)


def test_a_link_leads_to_the_web_or_is_none() -> None:
    assert as_link("A [title]", "https://a.example/b c>d") == r"[A \[title\]](<https://a.example/b%20c%3Ed>)"
    assert as_link("Title", "javascript:alert(1)") == "Title"


def test_a_source_cannot_smuggle_markup(examples: dict[str, Report]) -> None:
    bad = Source("X", "](https://evil.example) <b>", url="https://a.example/>)[x](y", kind="law")
    finding = replace(examples["harsh"].findings[0], sources=(bad,))
    shown = as_html(render([replace(examples["harsh"], findings=(finding,))], VIEW))
    assert re.findall(r'href="([^"]*)"', shown) == ["https://a.example/%3E)%5Bx%5D(y"]
