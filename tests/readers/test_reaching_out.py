"""Documents that call for other files, addresses or programs: they are read, and nothing that they call for is.

Each names a file beside it, which holds a word of its own, and an address of a server that counts who asks.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer
from typing import Any, NamedTuple
from urllib.request import urlopen

import pytest
from odt_files import odt
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas
from word_files import R, W, packed, wrap

Run = Callable[..., Any]
TOLD = "Bidders must have a turnover of at least 900,000 GBP a year."
SECRET = "quicksilver"


class Bait(NamedTuple):
    """A file and an address that nobody may open."""

    file: str
    url: str


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[tuple[Bait, list[Any]]]:
    """The bait, and who has asked at the address."""
    asked: list[Any] = []

    class Counting(BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.client_address)

    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    with TCPServer(("127.0.0.1", 0), Counting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Bait((tmp_path / "secret.txt").as_uri(), f"http://127.0.0.1:{server.server_address[1]}/bait"), asked
        server.shutdown()


def test_the_bait_tells_who_asks(bait: tuple[Bait, list[Any]]) -> None:
    here, asked = bait
    with pytest.raises(OSError, match=r"closed connection|reset"):
        urlopen(here.url)
    assert len(asked) == 1 and urlopen(here.file).read().decode() == SECRET


def with_relations(body: str, bait: Bait) -> bytes:
    """A Word file whose template, picture, frame and part of text lie elsewhere, with a macro and a field that runs."""
    kinds = {"attachedTemplate": bait.url, "image": bait.url, "frame": bait.file, "aFChunk": bait.file}
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    outside = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in kinds.items()
    )
    start = f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'
    return packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{space}">{start}</Relationships>',
            "word/document.xml": wrap("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{outside}</Relationships>',
            "word/vbaProject.bin": "Sub AutoOpen() Shell",
        }
    )


def word(bait: Bait) -> bytes:
    picture = '<w:r><w:drawing><a:blip r:embed="image" r:link="image"/></w:drawing></w:r>'
    field = f"<w:fldSimple w:instr='DDEAUTO cmd \"/c type {bait.file}\"'><w:r><w:t>field</w:t></w:r></w:fldSimple>"
    include = f"<w:fldSimple w:instr='INCLUDETEXT \"{bait.file}\"'><w:r><w:t>field</w:t></w:r></w:fldSimple>"
    told = f"<w:p><w:r><w:t>{TOLD}</w:t></w:r></w:p>"
    return with_relations(f'{told}<w:p>{picture}{field}{include}</w:p><w:altChunk r:id="aFChunk"/>', bait)


def open_document(bait: Bait) -> bytes:
    link = 'xlink:type="simple" xmlns:xlink="http://www.w3.org/1999/xlink"'
    section = f'<text:section text:name="s"><text:section-source xlink:href="{bait.file}" {link}/></text:section>'
    image = f'<draw:frame><draw:image xlink:href="{bait.url}" {link}/></draw:frame>'
    return odt(f"<text:p>{TOLD}</text:p>{section}<text:p>{image}</text:p>")


def workbook(bait: Bait) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = TOLD
    sheet["A2"] = f"=WEBSERVICE(\"{bait.url}\")&'[{bait.file}]Sheet1'!A1"
    sheet["A3"] = "=cmd|'/c calc'!A1"
    book.save(out)
    return out.getvalue()


def pdf(bait: Bait) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, TOLD)
    canvas.linkURL(bait.url, (72, 690, 300, 710))
    canvas.save()
    writer = PdfWriter(clone_from=io.BytesIO(out.getvalue()))
    writer.add_attachment("inside.exe", b"MZ")
    actions = [
        ("/JavaScript", "/JS", f"app.launchURL('{bait.url}'); this.submitForm('{bait.url}');"),
        ("/Launch", "/F", bait.file),
        ("/URI", "/URI", bait.url),
        ("/GoToR", "/F", bait.file),
    ]
    first, *others = (
        DictionaryObject({NameObject("/S"): NameObject(kind), NameObject(key): TextStringObject(target)})
        for kind, key, target in actions
    )
    first[NameObject("/Next")] = ArrayObject(others)
    writer.root_object[NameObject("/OpenAction")] = first
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


def page(bait: Bait) -> bytes:
    return f"""<!DOCTYPE html [<!ENTITY x SYSTEM "{bait.file}">]><html><head><base href="{bait.url}/">
<link rel="stylesheet" href="a.css"><script src="b.js">document.write("{SECRET}".toUpperCase())</script>
<meta http-equiv="refresh" content="0; url={bait.url}"></head><body background="{bait.url}"><p>{TOLD} &x;</p>
<img src="{bait.url}"><iframe src="{bait.file}"></iframe><object data="{bait.file}"></object></body></html>""".encode()


def entities(bait: Bait) -> bytes:
    """An XML bomb's mild sister: entities that name a file and an address."""
    body = f"<w:body><w:p><w:r><w:t>{TOLD} &amp;x;</w:t></w:r></w:p></w:body>".replace("&amp;x;", "&x;")
    head = f'<!DOCTYPE d SYSTEM "{bait.url}" [<!ENTITY x SYSTEM "{bait.file}">]>'
    return packed({"word/document.xml": f'{head}<w:document xmlns:w="{W}">{body}</w:document>'})


def markdown(bait: Bait) -> bytes:
    return f"{TOLD}\n\n![a]({bait.url}) ![b]({bait.file})\n\n<img src='{bait.url}'>\n".encode()


READ = {"a.docx": word, "a.docm": word, "a.odt": open_document, "a.xlsx": workbook, "a.pdf": pdf, "a.html": page}


@pytest.mark.parametrize(("name", "make"), [*READ.items(), ("a.md", markdown)])
def test_it_is_read_and_nothing_that_it_calls_for(
    name: str, make: Callable[[Bait], bytes], bait: tuple[Bait, list[Any]], procure_audit: Run, tmp_path: Path
) -> None:
    here, asked = bait
    (tmp_path / name).write_bytes(make(here))
    done = procure_audit("facts", str(tmp_path / name), "-f", "json")
    assert done.code in (0, 4) and "900000" in done.out, done.err
    assert SECRET not in done.out.replace(here.file, "") and asked == []


def test_entities_are_refused(bait: tuple[Bait, list[Any]], procure_audit: Run, tmp_path: Path) -> None:
    here, asked = bait
    (tmp_path / "a.docx").write_bytes(entities(here))
    done = procure_audit("facts", str(tmp_path / "a.docx"), "-f", "json")
    assert done.code == 3 and "calls for definitions from elsewhere" in done.out + done.err
    assert SECRET not in done.out and asked == []
