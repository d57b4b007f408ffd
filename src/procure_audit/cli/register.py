"""`register`: ask what is known of many tenders."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from ..model import CallError
from . import options as o
from .output import print_whole, terminal_width, wants_color, write_whole

app = typer.Typer(help="Ask a register of audited tenders.", no_args_is_help=True, rich_markup_mode=None)

RegisterFile = Annotated[Path, o.option("--register", metavar="FILE", help="The register that batch or notices wrote.")]
Most = Annotated[int, o.option("--most", min=1, help="Rows at most.")]
Format = Annotated[str, typer.Option("-f", "--format", help="text, json, jsonl, csv, or for tenders with a date: ics.")]
By = Annotated[
    list[str] | None,
    typer.Option("--by", help="Also group by buyer, category, value, month, region or regime; repeatable."),
]
Text = Annotated[str, typer.Option(help="Tenders whose title, buyer or category hold all these words.")]


@app.command("summary")
def summary(register: RegisterFile, by: By = None, most: Most = 20, color: o.Colored = o.Color.AUTO) -> None:
    """How many tenders there are, how they score, and the barriers that most of them have."""
    from ..register import ask, tell
    from ..register.schema import opened
    from ..renderers.paragraphs import Paper

    store = opened(register)
    paper = Paper(terminal_width(), color=wants_color(color))
    tell.summary(paper, ask.overview(store), ask.grades(store), ask.barriers(store, most))
    for name in by or ():
        tell.groups(paper, name, ask.grouped(store, name, most))
    print_whole(paper.text())


@app.command("list")
def list_tenders(
    register: RegisterFile,
    bidder: Annotated[str | None, typer.Option(help="Whether this bidder could bid, and what blocks it.")] = None,
    open: Annotated[bool, typer.Option("--open", help="Only those that are still open.")] = False,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Open on that day. [default: today]")] = None,
    closing_by: Annotated[str | None, typer.Option(metavar="DATE", help="Closing on that day or before.")] = None,
    words: Text = "",
    buyer: Annotated[str, typer.Option(help="Part of the buyer's name.")] = "",
    region: Annotated[str, typer.Option(help="Beginning of a region's name or NUTS code.")] = "",
    category: Annotated[str, typer.Option(help="Beginning of a CPV code: 85 is health and social work.")] = "",
    rule: Annotated[str, typer.Option(help="Only those that trip this rule.")] = "",
    value_from: Annotated[float | None, typer.Option(min=0)] = None,
    value_to: Annotated[float | None, typer.Option(min=0)] = None,
    most: Most = 200,
    format: Format = "text",
    color: o.Colored = o.Color.AUTO,
) -> None:
    """List tenders, those that close soonest first; with --bidder, what it could bid for, most time left first."""
    from ..register import ask, tell
    from ..register.schema import opened
    from ..renderers.paragraphs import Paper

    day = on or (date.today().isoformat() if open else None)
    which = ask.Which(buyer, words, region, category, rule, day, closing_by, value_from, value_to)
    store = opened(register)
    rows = ask.open_to(store, bidder, which, most) if bidder else ask.listed(store, which, most)
    paper = Paper(terminal_width(), color=wants_color(color))
    if format != "text":
        print_whole(_other(format, rows))
    elif bidder:
        tell.open_to(paper, f"What {bidder} could bid for, most time left first", rows)
        print_whole(paper.text())
    else:
        tell.tenders(paper, rows)
        print_whole(paper.text())


@app.command("export")
def export(
    register: RegisterFile,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Ends in .csv, .xlsx, .parquet, .html.")
    ],
    bidder: Annotated[str | None, typer.Option(help="In a page (.html): what this bidder could bid for.")] = None,
    on: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="In a page: open on that day. [default: today]"),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(help="For .csv and .parquet: tender, finding, eligibility or unread. [default: tender]"),
    ] = None,
) -> None:
    """Write the register to a file: a table, a workbook, or a page with charts to send round."""
    from ..register.export import exported
    from ..register.portfolio import portfolio
    from ..register.schema import opened

    ending, store = output.suffix.lower(), opened(register)
    if ending != ".html" and (bidder or on):
        raise CallError("--bidder and --on are for a page: name a file that ends in .html, or use register list")
    if ending in (".html", ".xlsx") and table:
        raise CallError(f"--table is for .csv and .parquet: {ending} holds all of them")
    if ending == ".html":
        write_whole(output, portfolio(store, f"{on or date.today():%Y-%m-%d}", bidder))
    else:
        write_whole(output, exported(store, ending, table or "tender"))


@app.command("show")
def show(register: RegisterFile, tender: Annotated[str, typer.Argument(help="Its key, or how that begins.")]) -> None:
    """The whole report of one tender as JSON, as check would have given it."""
    from ..register import ask
    from ..register.schema import opened

    print_whole(json.dumps(ask.report(opened(register), tender), ensure_ascii=False, indent=2) + "\n")


def _other(format: str, rows: list[dict[str, Any]]) -> str:
    from ..register.rows import FORMATS

    if format not in FORMATS:
        raise CallError(f"no format is called '{format}'; there are text, {', '.join(FORMATS)}")
    return FORMATS[format](rows)
