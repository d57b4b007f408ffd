"""`annotate` as a user meets it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from procure_audit.readers.word import read

Run = Callable[..., Any]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def draft(root: Path, tmp_path: Path) -> Path:
    """The harsh invitation, in a folder of its own."""
    return Path(shutil.copy(root / "examples/harsh/1-invitation-to-tender.docx", tmp_path / "draft.docx"))


def remarks(path: Path) -> str:
    """The comments of a Word file, one paragraph a line."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        comments = etree.fromstring(file.read("word/comments.xml"))
    told = ("\n".join("".join(p.itertext(f"{W}t")) for p in comment.iter(f"{W}p")) for comment in comments)
    return "\n\n".join(told) + "\n"


def test_the_comments_of_the_harsh_example(draft: Path, procure_audit: Run, file_regression: Any) -> None:
    before = draft.read_bytes()
    done = procure_audit("annotate", str(draft), "--as-of", "2026-11-22")
    target = draft.with_name("draft.reviewed.docx")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{target}: ")
    assert draft.read_bytes() == before
    file_regression.check(remarks(target), encoding="utf-8", extension=".txt")


def test_the_copy_goes_where_it_is_asked_for(draft: Path, procure_audit: Run, tmp_path: Path) -> None:
    assert procure_audit("annotate", str(draft), "-o", str(tmp_path / "other.docx")).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.docx", "other.docx"]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("draft.docx", "is the draft"),
        ("./folder/../draft.docx", "is the draft"),
        ("draft.pdf", "must end in .docx"),
        ("no/such/folder.docx", "there is no folder"),
    ],
)
def test_a_target_that_would_cost_something_is_refused(
    target: str, why: str, draft: Path, procure_audit: Run, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    done = procure_audit("annotate", str(draft), "-o", f"{tmp_path}/{target}")
    assert done.code == 2
    assert why in " ".join(done.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("draft", "why"),
    [("examples/harsh", "one at a time"), ("tender.zip", "one at a time"), ("-", "standard input")],
)
def test_what_is_no_single_file_is_refused(draft: str, why: str, procure_audit: Run) -> None:
    done = procure_audit("annotate", draft)
    assert (done.code, why in " ".join(done.err.replace("│", " ").split())) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_the_draft_is_the_draft(draft: Path, procure_audit: Run, tmp_path: Path) -> None:
    (tmp_path / "link.docx").symlink_to(draft)
    assert procure_audit("annotate", str(draft), "-o", str(tmp_path / "link.docx")).code == 2


@pytest.mark.parametrize(
    ("name", "content", "code", "why"),
    [
        ("draft.txt", "Public liability insurance of £20 million is required.", 2, "can't be annotated"),
        ("missing.docx", None, 3, "there is no such file"),
        ("broken.docx", "PK\x03\x04 not really", 3, "broken ZIP"),
    ],
)
def test_what_cannot_be_annotated_is_refused_by_name(
    name: str, content: str | None, code: int, why: str, procure_audit: Run, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = procure_audit("annotate", str(tmp_path / name))
    assert done.code == code
    assert name in done.err
    assert why in done.err
    assert [path.name for path in tmp_path.iterdir()] == ([name] if content else [])


def test_suggestions_are_tracked_changes_and_the_old_text_comes_back(draft: Path, procure_audit: Run) -> None:
    assert procure_audit("annotate", str(draft), "--suggest").code == 0
    reviewed = draft.with_name("draft.reviewed.docx")

    def words(path: Path, revisions: str) -> str:
        return read(path.read_bytes(), path.name, revisions=revisions).text

    assert words(reviewed, "original") == words(draft, "accepted")
    assert "pursuant to the Care Act" in words(reviewed, "original")
    assert "under the Care Act" in words(reviewed, "accepted")


def answer(path: Path, rule: str, words: str) -> None:
    """Answer the remark about *rule* as Word does: a comment on the same words, tied to ours in a thread."""
    w14, w15 = (f"http://schemas.microsoft.com/office/word/{kind}/wordml" for kind in ("2010", "2012"))
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        parts = {info.filename: file.read(info) for info in file.infolist()}
    comments, document = (etree.fromstring(parts[f"word/{name}.xml"]) for name in ("comments", "document"))
    ours = next(one for one in comments if f"procure-audit: {rule}" in ["".join(p.itertext()) for p in one])
    ours[-1].set(f"{{{w14}}}paraId", "0000AAAA")
    reply = etree.SubElement(comments, f"{W}comment", {f"{W}id": "9999", f"{W}author": "Ann Officer"})
    reply.set(f"{W}date", "2026-11-20T10:00:00Z")
    paragraph = etree.SubElement(reply, f"{W}p", {f"{{{w14}}}paraId": "0000BBBB"})
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
    key = ours.get(f"{W}id")
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = next(one for one in document.iter(f"{W}{kind}") if one.get(f"{W}id") == key)
        beside = found.getparent() if kind == "commentReference" else found
        assert beside is not None
        copied = deepcopy(beside)
        for one in copied.iter(f"{W}{kind}"):
            one.set(f"{W}id", "9999")
        beside.addnext(copied)
    threads = etree.Element(f"{{{w15}}}commentsEx", nsmap={"w15": w15})
    for key, above in (("0000AAAA", None), ("0000BBBB", "0000AAAA")):
        each = etree.SubElement(threads, f"{{{w15}}}commentEx", {f"{{{w15}}}paraId": key, f"{{{w15}}}done": "0"})
        if above:
            each.set(f"{{{w15}}}paraIdParent", above)
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relation = {"Id": "rIdThreads", "Type": kind, "Target": "commentsExtended.xml"}
    etree.SubElement(relations, relations[0].tag, relation)
    parts |= {"word/comments.xml": etree.tostring(comments), "word/document.xml": etree.tostring(document)}
    parts |= {
        "word/commentsExtended.xml": etree.tostring(threads),
        "word/_rels/document.xml.rels": etree.tostring(relations),
    }
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)


def test_an_answer_in_the_file_is_what_the_next_check_takes_as_accepted(draft: Path, procure_audit: Run) -> None:
    reviewed = draft.with_name("draft.reviewed.docx")
    assert procure_audit("annotate", str(draft)).code == 0
    answer(reviewed, "performance-bond", "accept: the framework asks for it until 2099-03-31")
    told = json.loads(procure_audit("check", str(reviewed), "-f", "json", "--as-of", "2026-11-22").out)
    accepted = {one["rule"]: one["suppression"] for one in told["findings"] if one["status"] == "suppressed"}
    assert accepted == {
        "performance-bond": {
            "reason": "the framework asks for it",
            "approved_by": "Ann Officer",
            "until": "2099-03-31",
            "place": "draft.reviewed.docx, answer of 20 November 2026",
        }
    }
    again = json.loads(procure_audit("check", str(reviewed), "-f", "json", "--no-suppressions").out)
    assert all(one["status"] == "open" for one in again["findings"])


def test_a_second_review_keeps_what_was_answered_and_says_the_rest_anew(draft: Path, procure_audit: Run) -> None:
    first, second = draft.with_name("draft.reviewed.docx"), draft.with_name("again.docx")
    assert procure_audit("annotate", str(draft)).code == 0
    before = remarks(first)
    answer(first, "performance-bond", "accept: the framework asks for it")
    assert procure_audit("annotate", str(first), "-o", str(second)).code == 0
    after = remarks(second)
    assert "accept: the framework asks for it" in after
    for rule in ("performance-bond", "turnover-absolute", "reading-age-high"):
        assert before.count(f": {rule}\n") == after.count(f": {rule}\n") == 1


def test_a_pdf_gets_highlights_but_no_suggestions(root: Path, procure_audit: Run, tmp_path: Path) -> None:
    draft = Path(shutil.copy(root / "examples/harsh/2-conditions-of-contract.pdf", tmp_path / "terms.pdf"))
    assert procure_audit("annotate", str(draft)).code == 0
    assert draft.with_name("terms.reviewed.pdf").read_bytes().startswith(draft.read_bytes())
    done = procure_audit("annotate", str(draft), "--suggest", "-o", str(tmp_path / "other.pdf"))
    assert done.code == 2
    assert "no changes can be suggested in a file of this kind" in done.err
    assert not (tmp_path / "other.pdf").exists()


def test_an_opendocument_text_gets_comments(root: Path, procure_audit: Run, tmp_path: Path) -> None:
    draft = Path(shutil.copy(root / "examples/harsh/3-questionnaire.odt", tmp_path / "form.odt"))
    assert procure_audit("annotate", str(draft)).code == 0
    with zipfile.ZipFile(tmp_path / "form.reviewed.odt") as file:
        assert file.namelist()[0] == "mimetype"
        assert file.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert "procure-audit: response-question-count" in file.read("content.xml").decode()


def test_a_kind_of_file_that_has_no_place_for_remarks_is_refused(
    root: Path, procure_audit: Run, tmp_path: Path
) -> None:
    draft = Path(shutil.copy(root / "examples/harsh/4-pricing-schedule.xlsx", tmp_path / "prices.xlsx"))
    done = procure_audit("annotate", str(draft))
    assert (done.code, "save it as .docx or PDF" in done.err) == (2, True)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed")
@pytest.mark.parametrize(("kind", "form"), [("docx", "docx:MS Word 2007 XML"), ("odt", "odt")])
def test_an_answer_survives_libreoffice(kind: str, form: str, draft: Path, procure_audit: Run, tmp_path: Path) -> None:
    reviewed = draft.with_name("draft.reviewed.docx")
    assert procure_audit("annotate", str(draft)).code == 0
    answer(reviewed, "performance-bond", "accept: the framework asks for it")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path / "saved"), str(reviewed)]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    told = json.loads(procure_audit("check", str(tmp_path / "saved" / f"draft.reviewed.{kind}"), "-f", "json").out)
    accepted = [one["suppression"]["reason"] for one in told["findings"] if one["status"] == "suppressed"]
    assert accepted == ["the framework asks for it"]
