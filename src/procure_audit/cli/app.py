"""The table of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import __version__
from . import annotate, baseline, batch, check, compare, demo, explain, facts, init, notices, register, rules

app = typer.Typer(
    name="procure-audit",
    help="Find the barriers to small charities in public tender documents, and what to write instead.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"procure-audit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    _debug: Annotated[bool, typer.Option("--debug", help="Show where a fault of the program happened.")] = False,
) -> None:
    pass


app.command("check")(check.check)
app.command("annotate")(annotate.annotate)
app.command("compare")(compare.compare)
app.command("facts")(facts.facts)
app.command("explain")(explain.explain)
app.command("batch")(batch.batch)
app.command("notices")(notices.notices)
app.add_typer(register.app, name="register")
app.command("init")(init.init)
app.command("demo")(demo.demo)
app.add_typer(rules.app, name="rules")
app.add_typer(baseline.app, name="baseline")
