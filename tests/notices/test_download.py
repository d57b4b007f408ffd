"""Documents that notices link to: named safely, fetched once, gone on with, and refused for what they shouldn't be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from notice_service import Service, running

from procure_audit.model import Unread
from procure_audit.notices.download import Downloads
from procure_audit.notices.manners import Manners

QUICK = Manners(pace=0, timeout=5, tries=1, longest_wait=1, private=True)
PDF = {"Content-Type": "application/pdf"}


def fetched(service: Service, folder: Path, *paths: str, manners: Manners = QUICK) -> list[str]:
    with Downloads(folder, manners) as downloads:
        outcomes = [downloads.get(f"{service.base}{path}") for path in paths]
    return [f"! {one.reason}" if isinstance(one, Unread) else one.name for one in outcomes]


def test_names_come_from_the_server_or_the_address_and_are_safe(tmp_path: Path) -> None:
    told = PDF | {"Content-Disposition": 'attachment; filename="../../ITT: final.pdf"'}
    with running(Service(before=[(200, told, b"%PDF-1"), (200, PDF, b"%PDF-2"), (200, PDF, b"%PDF-3")])) as service:
        names = fetched(service, tmp_path, "/one", "/a/terms.pdf", "/Attachment/A-1234")
    assert names == ["_.._ITT_ final.pdf", "terms.pdf", "A-1234.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name[0] != ".") == sorted(names)


def test_two_documents_of_one_name_are_both_kept(tmp_path: Path) -> None:
    with running(Service(before=[(200, PDF, b"1"), (200, PDF, b"2")])) as service:
        assert fetched(service, tmp_path, "/a/itt.pdf", "/b/itt.pdf") == ["itt.pdf", "itt-2.pdf"]


def test_what_is_unchanged_is_not_sent_again(tmp_path: Path) -> None:
    asked: list[str] = []

    def again(handler: Any) -> None:
        asked.append(handler.headers["If-None-Match"])
        handler.send_response(304)
        handler.end_headers()

    with running(Service(before=[(200, PDF | {"ETag": '"v1"'}, b"%PDF"), again])) as service:
        assert fetched(service, tmp_path, "/itt.pdf", "/itt.pdf") == ["itt.pdf", "itt.pdf"]
    assert asked == ['"v1"'] and (tmp_path / "itt.pdf").read_bytes() == b"%PDF"


def test_a_download_that_broke_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []

    def cut(handler: Any) -> None:
        handler.send_response(200)
        for name, value in (PDF | {"ETag": '"v1"', "Content-Length": "8"}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(b"%PDF")
        handler.close_connection = True

    def rest(handler: Any) -> None:
        asked.append((handler.headers["Range"], handler.headers["If-Range"]))
        handler.send_response(206)
        for name, value in (PDF | {"ETag": '"v1"', "Content-Length": "4"}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(b"-1.7")

    with running(Service(before=[cut, rest])) as service:
        first, second = fetched(service, tmp_path, "/itt.pdf", "/itt.pdf")
    assert first.startswith("! it can't be fetched") and second == "itt.pdf"
    assert asked == [("bytes=4-", '"v1"')] and (tmp_path / "itt.pdf").read_bytes() == b"%PDF-1.7"
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([(200, {"Content-Type": "text/html"}, b"<html>")], "no document that is read, but text/html"),
        ([(200, {}, b"?")], "no document that is read, but of no kind"),
        ([(404, {}, b"")], "its server answered 404"),
        ([(302, {"Location": "/again"}, b"")] * 6, "leads from one address to the next without end"),
        ([(302, {"Location": "file:///etc/passwd"}, b"")], "is no address of the web"),
        ([(200, PDF, b"x" * 2000)], "more than 1,000 bytes"),
    ],
    ids=["page", "nothing", "gone", "endless", "file", "large"],
)
def test_what_is_no_document_is_refused(answers: list[Any], why: str, tmp_path: Path) -> None:
    small = Manners(pace=0, tries=1, longest_wait=1, most_bytes=1000, private=True)
    with running(Service(before=answers)) as service:
        (told,) = fetched(service, tmp_path, "/x", manners=small)
    assert why in told and not [path for path in tmp_path.iterdir() if path.name[0] != "."]


def test_an_address_inside_this_network_is_refused(tmp_path: Path) -> None:
    with running(Service()) as service:
        (told,) = fetched(service, tmp_path, "/itt.pdf", manners=Manners(pace=0))
        assert "inside this network" in told and service.asked == []


def test_the_command_reads_a_notice_with_its_documents(procure_audit: Callable[..., Any], tmp_path: Path) -> None:
    text = b"Bidders must hold professional indemnity insurance of at least \xc2\xa34,000,000 before they bid."
    with running(Service(before=[(200, {"Content-Type": "text/plain"}, text)])) as service:
        document = {"id": "1", "url": f"{service.base}/itt.txt"}
        tender = {"title": "Lunch club", "description": "A lunch club for older people.", "documents": [document]}
        service.pages = [[{"ocid": "o-1", "id": "1", "tag": ["tender"], "tender": tender}]]
        service.before.insert(0, service.answer("/api/1.0/ocdsReleasePackages"))
        call = ("notices", "find-a-tender", "--register", str(tmp_path / "r.db"), "--pace", "0", "--allow-private")
        hours = ("--from", "2026-03-02", "--to", "2026-03-02T06:00:00", "--endpoint", service.base)
        done = procure_audit(*call, *hours, "--documents", str(tmp_path / "documents"))
    assert done.err == "" and done.out.startswith("1 tender: 1 assessed")
    assert (tmp_path / "documents" / "o-1" / "itt.txt").read_bytes() == text
    shown = procure_audit("register", "show", "o-1", "--register", str(tmp_path / "r.db")).out
    assert '"professional_indemnity"' in shown and '"amount": 4000000' in shown
