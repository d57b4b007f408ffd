"""`annotate`: the findings beside the words, in a copy of the author's own file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..gate import ExitCode
from ..model import Report, UnreadableError
from ..readers import ReadOptions
from . import options as o
from .output import write_whole
from .plan import Asked
from .run import Known, judged_at, seconds

Draft = Annotated[str, typer.Argument(metavar="DRAFT", help="A .docx, .odt or PDF, which is left as it is.")]
Reviewed = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Where the copy goes. [default: beside it, as NAME.reviewed.docx or .pdf]",
    ),
]


def annotate(
    draft: Draft,
    output: Reviewed = None,
    suggest: o.Suggest = False,
    rules: o.Packs = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    jurisdiction: o.Jurisdiction = None,
    regime: o.Regime = None,
    authority_kind: o.AuthorityKind = None,
    value: o.ContractValue = None,
    issued: o.Issued = None,
    deadline: o.Deadline = None,
    lots: o.Lots = None,
    as_of: o.AsOf = None,
    revisions: o.TrackedChanges = o.Revisions.ACCEPTED,
    no_suppressions: o.NoSuppressions = False,
    config: o.ConfigFile = None,
    max_pages: o.MaxPages = 2000,
    max_bytes: o.MaxBytes = 200_000_000,
    timeout: o.Timeout = None,
    no_progress: o.NoProgress = False,
) -> None:
    """Write a copy of DRAFT with each finding as a comment beside the words; in a PDF it is a highlight with a note.

    Exit 0, whatever is found.
    """
    place, target = Path(draft), output or _beside(Path(draft))
    _check_target(place, target)
    reading = ReadOptions(revisions.value, max_pages, max_bytes, seconds(timeout, ocr=False))
    known = Known(jurisdiction, regime, authority_kind, value, issued, deadline, lots, as_of)
    asked = Asked(rules, select, ignore, config=config, suppressions=not no_suppressions)
    report, _ = judged_at([draft], asked, known, reading, each=False, progress=not no_progress)[0]
    from ..annotate import annotated
    from ..rules.words import load_words

    words = load_words() if suggest else None
    try:
        copy = annotated(_bytes(place, report), report, revisions=revisions.value, suggest=words)
    except UnreadableError as error:
        typer.echo(f"procure-audit: {draft} can't be annotated: {error.reason}; {error.advice}", err=True)
        raise typer.Exit(ExitCode.UNREAD if report.understood.is_empty else ExitCode.CALL) from error
    write_whole(target, copy)
    typer.echo(_told(report, target))


def _beside(draft: Path) -> Path:
    return draft.with_name(f"{draft.stem}.reviewed{draft.suffix}")


def _check_target(draft: Path, target: Path) -> None:
    """Raises typer.BadParameter for a target that would cost the draft, or that no program would open."""
    if draft.is_dir() or draft.suffix.lower() == ".zip":
        raise typer.BadParameter(f"{draft} may hold several documents: annotate one at a time")
    if str(draft) == "-":
        raise typer.BadParameter("a text on standard input has no place for remarks: name a file")
    if target.resolve() == draft.resolve() or (target.exists() and draft.exists() and target.samefile(draft)):
        raise typer.BadParameter(f"{target} is the draft: write the copy to another file")
    if target.suffix.lower() != draft.suffix.lower():
        raise typer.BadParameter(f"{target} must end in {draft.suffix}, as the draft does: it stays the same kind")
    if not target.resolve().parent.is_dir():
        raise typer.BadParameter(f"{target} can't be written: there is no folder {target.parent}")


def _bytes(place: Path, report: Report) -> bytes:
    """The file that *report* is about. Raises UnreadableError where it couldn't be read, or changed meanwhile."""
    from hashlib import sha256

    if report.understood.unread:
        unread = report.understood.unread[0]
        raise UnreadableError(unread.reason, unread.advice)
    data = place.read_bytes()
    if sha256(data).hexdigest() != report.understood.documents[0].sha256:
        raise UnreadableError("it changed while it was read", "save it, close it and try again")
    return data


def _told(report: Report, target: Path) -> str:
    found = sum(finding.is_open for finding in report.findings)
    score = f"{report.score.value} out of 100" if report.score else "not assessed"
    return f"{target}: {score}, {found} findings"
