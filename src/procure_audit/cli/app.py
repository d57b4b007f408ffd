"""The table of commands."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from .. import __version__

COMMANDS = (
    "check",
    "annotate",
    "compare",
    "facts",
    "explain",
    "batch",
    "notices",
    "register",
    "init",
    "demo",
    "rules",
    "baseline",
)
"""Each is a module here, which has a function of that name, or an `app` with commands of its own."""


def app_for(words: Sequence[str]) -> typer.Typer:
    """The command line that understands *words*: with the command that they name, else with all, which takes longer."""
    app = typer.Typer(
        name="procure-audit",
        help="Find the barriers to small charities in public tender documents, and what to write instead.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        callback=_root,
    )
    named = next((word for word in words if not word.startswith("-")), "")
    for name in (named,) if named in COMMANDS else COMMANDS:
        _add(app, name)
    return app


def _add(app: typer.Typer, name: str) -> None:
    module = import_module(f".{name}", __package__)
    if hasattr(module, "app"):
        app.add_typer(module.app, name=name)
    else:
        app.command(name)(getattr(module, name))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"procure-audit {__version__}")
        raise typer.Exit


def _root(
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    _debug: Annotated[bool, typer.Option("--debug", help="Show where a fault of the program happened.")] = False,
) -> None:
    pass
