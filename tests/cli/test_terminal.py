"""Output as users expect it: colour, width, pipes, code pages, progress, completion."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

COLOR = "\x1b["
POSIX = pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
KIND = ("check", "examples/kind")
HARSH = ("check", "examples/harsh", "--fail-on", "never")
CALL = [sys.executable, "-m", "procure_audit"]


def environment(**settings: str) -> dict[str, str]:
    """This shell's, without what tells of colour, and with *settings*."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    return kept | {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"} | settings


def in_terminal(root: Path, *arguments: str, **settings: str) -> tuple[str, str]:
    """What a run writes to standard output and to standard error when both are terminals."""
    import pty

    written = []
    ends = [pty.openpty(), pty.openpty()]
    process = subprocess.Popen(
        [*CALL, *arguments], cwd=root, env=environment(**settings), stdin=subprocess.DEVNULL,
        stdout=ends[0][1], stderr=ends[1][1],
    )  # fmt: skip
    for _, child in ends:
        os.close(child)
    for mine, _ in ends:
        written.append(_all(mine))
    process.wait()
    return written[0], written[1]


def _all(end: int) -> str:
    """Everything that comes out of a terminal until the other side closes it."""
    parts = []
    while True:
        try:
            part = os.read(end, 65536)
        except OSError:  # what Linux says for the end of a terminal
            break
        if not part:
            break
        parts.append(part)
    os.close(end)
    return b"".join(parts).decode()


# Colour ------------------------------------------------------------------------------------------------------------


@POSIX
def test_a_terminal_gets_colour(root: Path) -> None:
    assert COLOR in in_terminal(root, *KIND)[0]


@POSIX
@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_none_gets_none(settings: dict[str, str], root: Path) -> None:
    assert COLOR not in in_terminal(root, *KIND, **settings)[0]


@POSIX
def test_the_option_is_stronger_than_the_environment(root: Path) -> None:
    assert COLOR in in_terminal(root, *KIND, "--color", "always", NO_COLOR="1")[0]
    assert COLOR not in in_terminal(root, *KIND, "--color", "never")[0]


def test_a_pipe_gets_no_colour_unless_asked(root: Path) -> None:
    def piped(*more: str) -> str:
        done = subprocess.run([*CALL, *KIND, *more], cwd=root, env=environment(), capture_output=True, check=True)
        return done.stdout.decode()

    assert COLOR not in piped()
    assert COLOR in piped("--color", "always")


# Width -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 300])
def test_lines_are_no_longer_than_the_terminal_is_wide(columns: int, procure_audit: Run) -> None:
    lines = procure_audit(*HARSH, "-v", COLUMNS=str(columns)).out.splitlines()
    assert max(map(len, lines)) <= min(columns, 100)
    assert max(map(len, lines)) > min(columns, 100) - 8


def test_a_narrow_terminal_gets_a_sentence_for_each_bidder(procure_audit: Run) -> None:
    told = " ".join(procure_audit(*HARSH, COLUMNS="50").out.split())
    assert "small-250k: income £250,000, can bid no, blocks 10, unsure 0, to get 1, met 10." in told


# Pipes -------------------------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_a_reader_who_leaves_is_no_fault(form: str, root: Path) -> None:
    call = f"{' '.join(CALL)} {' '.join(HARSH)} -f {form} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", call], cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


# Code pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["cp1252", "cp850", "cp437", "ascii"])
def test_a_legacy_code_page_shows_signs_that_are_alike(page: str, root: Path) -> None:
    done = subprocess.run(
        [*CALL, *HARSH], cwd=root, env=environment(PYTHONIOENCODING=page), capture_output=True, check=True
    )
    told = done.stdout.decode(page)
    assert done.stderr == b""
    assert "?" not in re.sub(r"(?i)\w+\?|\? ", "", told), "no sign was lost"
    assert ("GBP 1 million" if page == "ascii" else "£1 million") in told


@pytest.mark.parametrize("form", ["html", "json", "markdown"])
def test_what_is_meant_for_a_file_is_utf_8_on_every_machine(form: str, root: Path) -> None:
    call = [*CALL, *KIND, "-f", form]
    legacy = subprocess.run(
        call, cwd=root, env=environment(PYTHONIOENCODING="cp1252"), capture_output=True, check=True
    ).stdout
    modern = subprocess.run(call, cwd=root, env=environment(), capture_output=True, check=True).stdout
    assert legacy == modern
    assert "£30,000" in legacy.decode("utf-8") and b"\r\n" not in legacy


# Progress ----------------------------------------------------------------------------------------------------------


@POSIX
def test_progress_shows_on_a_terminal_and_is_wiped(root: Path) -> None:
    out, err = in_terminal(root, *KIND)
    assert "read 2-contract.docx" in err
    assert err.endswith("\r\x1b[K")
    assert "\r\x1b[K" not in out


@POSIX
def test_progress_can_be_turned_off_and_never_goes_into_a_pipe(root: Path, procure_audit: Run) -> None:
    assert in_terminal(root, *KIND, "--no-progress")[1] == ""
    assert procure_audit(*KIND).err == ""


# Completion --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash", "complete -o default -F"),
        ("zsh", "#compdef procure-audit"),
        ("fish", "complete --command procure-audit"),
        ("powershell", "Register-ArgumentCompleter"),
        ("pwsh", "Register-ArgumentCompleter"),
    ],
)
def test_each_shell_has_a_script(shell: str, words: str, root: Path) -> None:
    program = Path(sys.executable).with_name("procure-audit")
    settings = environment(_PROCURE_AUDIT_COMPLETE=f"source_{shell}")
    done = subprocess.run([program], cwd=root, env=settings, capture_output=True, text=True, check=False)
    assert words in done.stdout and "_PROCURE_AUDIT_COMPLETE" in done.stdout


@POSIX
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("procure-audit che", ["check"]),
        ("procure-audit check --fail-o", ["--fail-on"]),
        ("procure-audit check -f ht", ["html"]),
        ("procure-audit check --regime light", ["light-touch"]),
        ("procure-audit check --fail-on cr", ["critical"]),
    ],
)
def test_bash_completes_commands_options_and_choices(line: str, found: list[str], root: Path) -> None:
    program = Path(sys.executable).parent
    script = f"""
        source <(_PROCURE_AUDIT_COMPLETE=source_bash procure-audit)
        COMP_WORDS=({line}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        _procure_audit_completion procure-audit; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    settings = environment(PATH=f"{program}{os.pathsep}{os.environ['PATH']}")
    assert shutil.which("bash")
    done = subprocess.run(["bash", "-c", script], cwd=root, env=settings, capture_output=True, text=True, check=False)
    assert done.stdout.split() == found
