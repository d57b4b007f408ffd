"""`rules`: browse, check, test and start rule packs."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from ..data import DEFAULT_PACK
from ..gate import ExitCode
from ..text.amounts import counted
from . import options as o
from .output import print_whole, terminal_width

app = typer.Typer(help="Browse, check, test and start rule packs.", no_args_is_help=True, rich_markup_mode=None)


class ListFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


PackFile = Annotated[str, typer.Argument(metavar="PACK", help="A pack's name or file.")]


@app.command("list")
def list_rules(
    rules: o.Packs = None,
    config: o.ConfigFile = None,
    format: Annotated[ListFormat, typer.Option("-f", "--format", help="What is printed.")] = ListFormat.TEXT,
) -> None:
    """List the rules of a pack."""
    from ..renderers.rulepage import render_list
    from ..rules.catalogue import listed
    from .run import pack_here

    entries = listed(pack_here(rules, config))
    if format is ListFormat.JSON:
        print_whole(json.dumps(entries, ensure_ascii=False, indent=2, default=str).encode() + b"\n")
    else:
        print_whole(render_list(entries, terminal_width()))


@app.command("check")
def check_pack(pack: PackFile) -> None:
    """Check a pack: every mistake is told at its file and line. Exit 2 if there is one."""
    from ..metrics.reading import plainness
    from ..rules.pack import load_pack
    from ..rules.review import problems

    found = problems([pack], plainness)
    for wrong in found:
        typer.echo(wrong)
    if found:
        typer.echo(f"{counted(len(found), 'mistakes')} in {pack}", err=True)
        raise typer.Exit(ExitCode.CALL)
    loaded = load_pack([pack])
    typer.echo(f"{loaded.name}: {len(loaded.rules)} rules and {len(loaded.strengths)} strengths are in order")


@app.command("test")
def prove_pack(pack: PackFile = DEFAULT_PACK) -> None:
    """Run the examples that each rule of a pack carries. Exit 1 if one fails."""
    from ..rules.pack import load_pack
    from ..rules.proof import prove
    from .run import as_understood

    loaded = load_pack([pack])
    failures = prove(loaded, as_understood())
    for failure in failures:
        typer.echo(f"{failure.place}: {failure.rule}: {failure.why}")
    fail = f"{counted(len(failures), 'examples')} {'fails' if len(failures) == 1 else 'fail'}"
    typer.echo(f"{loaded.name}: {fail if failures else 'all examples hold'}")
    raise typer.Exit(ExitCode.GATE if failures else ExitCode.OK)


class SchemaOf(StrEnum):
    PACK = "pack"
    PROFILE = "profile"
    CONFIG = "config"


@app.command("schema")
def schema(
    of: Annotated[SchemaOf, typer.Argument(metavar="[pack|profile|config]", help="Of what.")] = SchemaOf.PACK,
) -> None:
    """Print the JSON Schema of rule packs, bidders' profiles or procure-audit.yaml, for editors."""
    from ..config.spec import config_schema
    from ..rules.schema import SCHEMAS

    schemas = {**SCHEMAS, "config": config_schema}
    print_whole(json.dumps(schemas[of](), ensure_ascii=False, indent=2).encode() + b"\n")


@app.command("new")
def new(rule: Annotated[str, typer.Argument(metavar="RULE", help="An id such as too-many-copies.")]) -> None:
    """Print a pack with one new rule that passes every check, to fill in."""
    from ..rules.scaffold import new_pack

    print_whole(new_pack(rule))
