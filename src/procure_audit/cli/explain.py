"""`explain`: one rule in full, offline."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options as o
from .output import print_whole, terminal_width, wants_color


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id, as reports print it.")],
    rules: o.Packs = None,
    config: o.ConfigFile = None,
    color: o.Colored = o.Color.AUTO,
) -> None:
    """Explain one rule: what it finds, why it matters, what to write instead, the law, its limits, examples."""
    from ..renderers.rulepage import render
    from ..rules.catalogue import described
    from ..rules.proof import worked
    from .run import as_understood, pack_here

    pack = pack_here(rules, config)
    found = pack.rule(rule)
    entry = described(found, pack.law, worked(pack, found, as_understood()))
    print_whole(render(entry, width=terminal_width(), color=wants_color(color)))
