"""The shape of the house: imports point down, functions and files stay short, nothing foreign or unfinished stands."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "procure_audit"
FLOORS = (
    ("model",),
    ("text", "data"),
    ("readers",),
    ("facts", "metrics", "rules", "score", "eligibility", "effort", "setting"),
    ("audit", "suppress", "baseline", "worker", "compare", "improve"),
    ("answers", "config"),
    ("gate", "renderers", "notices"),
    ("annotate", "batch"),
    ("register",),
    ("cli",),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
LONGEST_FUNCTION = 50
LONGEST_FILE = 300
FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    """The first part of a module's name under the package: "readers" for readers/pdf/lines.py."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """The rooms that *path* imports from, relative imports resolved."""
    package = ["procure_audit", *path.relative_to(SOURCE).parent.parts]
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            names = [*base, *(node.module or "").split(".")] if node.module else base
            full = [".".join(names)] if node.module else [".".join([*names, alias.name]) for alias in node.names]
        elif isinstance(node, ast.Import):
            full = [alias.name for alias in node.names]
        else:
            continue
        rooms |= {name.split(".")[1] for name in full if name.startswith("procure_audit.")}
    return rooms


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    for other in imported_rooms(path) - {room}:
        if other == "__version__":
            continue
        assert FLOOR_OF[other] < FLOOR_OF[room], f"{room} imports {other}, which does not stand below it"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_functions_and_files_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > LONGEST_FUNCTION]
    assert long == []


def test_the_pure_core_loads_no_heavy_library() -> None:
    """`audit` and all under it know neither YAML, PDF, Word, terminal nor command line."""
    heavy = ("yaml", "pypdfium2", "pdfplumber", "docx", "lxml", "typer", "rich", "textstat", "python_calamine")
    code = f"import sys, procure_audit.audit; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_is_left_unfinished() -> None:
    unfinished = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
    found = [str(path) for path in FILES if unfinished.search(path.read_text(encoding="utf-8"))]
    assert found == []
