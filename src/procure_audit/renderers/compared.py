"""A comparison of two drafts, told in the terminal, in Markdown and as JSON. One line a format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..compare import Barrier, Change, Comparison, Standing
from .plainmark import as_text
from .view import View
from .words import number

CompareRenderer = Callable[[Comparison, View], str]


def render_text(told: Comparison, view: View) -> str:
    """For people at a terminal."""
    from .paragraphs import Paper  # rich is loaded when something is printed for people

    paper = Paper(view.width, color=view.color)
    paper.gap()
    paper.line(_verdict(told), indent=0, style="bold")
    for line in _categories(told):
        paper.line(line, indent=2)
    for title, lines in _parts(told):
        paper.head(title)
        for line in lines:
            paper.line(line, hang=2)
    return paper.text()


def render_markdown(told: Comparison, view: View) -> str:  # noqa: ARG001 - as all renderers
    """Fit for a pull request."""
    lines = [f"**{as_text(_verdict(told))}**", ""]
    lines += [f"- {line}" for line in _categories(told)]
    for title, some in _parts(told):
        lines += ["", f"### {title}", "", *(f"- {as_text(line)}" for line in some)]
    return "\n".join(lines) + "\n"


def render_json(told: Comparison, view: View) -> str:
    """By the schema `procure-audit/comparison/1`."""
    whole: dict[str, Any] = {
        "schema": "procure-audit/comparison/1",
        "tool": {"name": "procure-audit", "version": view.version},
        "old": _standing(told.old),
        "new": _standing(told.new),
        "worse": told.is_worse,
        "gone": [_barrier(one) for one in told.gone],
        "added": [_barrier(one) for one in told.added],
        "changed": [{"old": _barrier(one.old), "new": _barrier(one.new)} for one in told.changed],
        "still": [_barrier(one) for one in told.still],
        "unknown": [_barrier(one) for one in told.unknown],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


COMPARE_RENDERERS: dict[str, CompareRenderer] = {
    "text": render_text,
    "json": render_json,
    "markdown": render_markdown,
}


def _verdict(told: Comparison) -> str:
    old, new = told.old.score, told.new.score
    if old is None or new is None:
        return f"{told.new.tender}: the {'old' if old is None else 'new'} draft could not be assessed"
    way = "better" if new > old else "worse" if new < old else "the same"
    serious = " A serious barrier came in." if told.is_worse and new >= old else ""
    models = "" if told.old.model == told.new.model else " The scores are of two models and can't be compared."
    return f"{told.new.tender}: {old} → {new} out of 100, {way}.{serious}{models}"


def _categories(told: Comparison) -> Iterator[str]:
    """The categories whose score changed."""
    before = dict(told.old.by_category)
    for name, score in told.new.by_category:
        if name in before and before[name] != score:
            yield f"{name.replace('-', ' ')}: {before[name]} → {score}"


def _parts(told: Comparison) -> Iterator[tuple[str, Sequence[str]]]:
    """What there is to tell, worst first."""
    for title, lines in (
        ("New", [_line(one) for one in told.added]),
        ("Changed", [_changed(one) for one in told.changed]),
        ("Gone", [_line(one) for one in told.gone]),
        ("Not known: these rules could not be judged in the other draft", [_line(one) for one in told.unknown]),
    ):
        if lines:
            yield f"{title} ({len(lines)})", lines
    if told.still:
        yield "Still there", [f"{number(len(told.still), 'barriers')}, as before."]


def _line(one: Barrier) -> str:
    accepted = "" if one.is_open else ", accepted"
    quote = f" “{one.quote}”" if one.quote else ""
    return f"{one.severity}: {one.title}. {one.message}{quote} ({_where(one)}rule {one.rule}{accepted})"


def _changed(change: Change) -> str:
    old, new = change.old, change.new
    severity = str(new.severity) if old.severity == new.severity else f"{old.severity} → {new.severity}"
    said = new.message if old.message == new.message else f"{old.message} → {new.message}"
    return f"{severity}: {new.title}. {said} ({_where(new)}rule {new.rule})"


def _where(one: Barrier) -> str:
    if not one.document:
        return ""
    page = f", page {one.page}" if one.page else ""
    clause = f", clause {one.clause}" if one.clause else ""
    return f"{one.document}{page}{clause}; "


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "tender": one.tender,
        "score": one.score,
        "model": one.model,
        "by_category": dict(one.by_category),
        "partial": one.is_partial,
    }


def _barrier(one: Barrier) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "title": one.title,
        "category": one.category,
        "severity": str(one.severity),
        "message": one.message,
        "points": one.points,
        "open": one.is_open,
        "document": one.document,
        "page": one.page,
        "clause": one.clause,
        "quote": one.quote,
    }
