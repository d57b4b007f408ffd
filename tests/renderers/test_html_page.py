"""The page: compared whole, harmless whatever strangers wrote, and complete by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from procure_audit.model import Evidence, Gap, Report, Source, Span, Unread
from procure_audit.readers.html import read
from procure_audit.renderers import View, html
from procure_audit.renderers.html import MOST_IN_CONTEXT
from procure_audit.renderers.links import document_link, page_link, web_link

VIEW = View("0.0.0")


def render(reports: Sequence[Report], view: View) -> str:
    return html.render(reports, view).decode()


def page_of(*reports: Report) -> Any:
    return parser.document_fromstring(render(reports, VIEW))


def text_of(element: Any) -> str:
    return " ".join(element.text_content().split())


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["harsh", "kind"])
def test_the_page_of_an_example(name: str, examples: dict[str, Report], file_regression: Any) -> None:
    file_regression.check(render([examples[name]], VIEW), encoding="utf-8", extension=".html")


def test_the_same_reports_give_the_same_bytes(examples: dict[str, Report]) -> None:
    assert render([examples["kind"]], VIEW) == render([examples["kind"]], VIEW)


def test_the_page_needs_nothing_from_outside(examples: dict[str, Report]) -> None:
    page = page_of(*examples.values())
    assert page.xpath("//link | //img | //iframe | //object | //embed | //script[@src] | //base") == []
    assert "url(" not in render([examples["harsh"]], VIEW) and "@import" not in render([examples["harsh"]], VIEW)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_every_finding_is_told_with_its_quote_its_law_and_what_to_write(examples: dict[str, Report]) -> None:
    told = {article.get("id"): text_of(article) for article in page_of(examples["harsh"]).xpath("//article")}
    findings = [finding for finding in examples["harsh"].findings if finding.is_open]
    assert len(told) == len(findings) > 50
    for at, finding in enumerate(findings, 1):
        text = told[f"finding-{at}"]
        for words in (finding.message, finding.why, finding.suggestion, finding.model_clause, finding.rule):
            assert " ".join(words.split()) in text
        for place in finding.places[:MOST_IN_CONTEXT]:
            around = f"{place.before}{place.quote}{place.after}" if place.quote else ""
            assert bare(around) in bare(text)
        assert [source.title in text for source in finding.sources] == [True] * len(finding.sources)


def test_every_link_on_the_page_leads_somewhere(examples: dict[str, Report]) -> None:
    page = page_of(*examples.values())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_headings_are_in_order(examples: dict[str, Report]) -> None:
    for reports in ([examples["harsh"]], list(examples.values())):
        levels = [int(each.tag[1]) for each in page_of(*reports).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_several_tenders_stand_under_a_table_of_all(examples: dict[str, Report]) -> None:
    page = page_of(*examples.values())
    rows = [text_of(row) for row in page.xpath("//table[@class='summary']/tbody/tr")]
    assert [row.split()[0] for row in rows] == ["harsh", "kind"]
    assert page.xpath("//table[@class='summary']//a/@href") == ["#tender-1-top", "#tender-2-top"]
    assert text_of(page.xpath("//h2[@id]")[0]) == "harsh"


def test_what_the_view_leaves_out_is_counted(examples: dict[str, Report]) -> None:
    few = render([examples["harsh"]], View("0.0.0", min_severity=examples["harsh"].findings[0].severity))
    left = sum(finding.severity < examples["harsh"].findings[0].severity for finding in examples["harsh"].findings)
    assert f"{left} findings below the limits of this view." in few


def test_what_could_not_be_read_is_told_in_the_verdict_and_first_of_what_was_not_assessed(
    examples: dict[str, Report],
) -> None:
    understood = examples["kind"].understood
    scan = replace(understood.documents[0], gaps=(Gap("page 3", "it is a scanned image", "ask for the file", 3),))
    partly = replace(understood, documents=(scan, *understood.documents[1:]), unread=(Unread("map.png", "no text"),))
    page = page_of(replace(examples["kind"], understood=partly))
    assert "2 parts could not be read" in text_of(page.xpath("//div[@class='verdict']")[0])
    told = text_of(page.xpath("//section[h2/@id='read']")[0])
    assert told.index("map.png: no text") < told.index("page 3: it is a scanned image") < told.index("not assessed")


def test_a_tender_without_a_score_says_why(audit: Any, tmp_path: Path) -> None:
    page = page_of(*audit(tmp_path / "gone.pdf"))
    assert "Not assessed: nothing of this tender could be read." in text_of(page)
    assert "there is no such file" in text_of(page)


# Strangers' words --------------------------------------------------------------------------------------------------


def test_names_and_words_of_strangers_are_only_words(hostile: Report) -> None:
    page = page_of(hostile)
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img | //b | //@onerror | //@onmouseover") == []
    assert all(re.match(r"\./|#|https://", link) for link in page.xpath("//a/@href"))
    assert '<script>alert(1)</script> & "turnover" must be' in text_of(page)
    assert "<b onmouseover=alert(1)>x" in text_of(page.xpath("//h1")[0])


def test_a_source_that_is_no_address_of_the_web_is_no_link(examples: dict[str, Report]) -> None:
    bad = Source("X", "A <b>title</b>", url="javascript:alert(1)", kind="law")
    finding = replace(examples["harsh"].findings[0], sources=(bad,))
    page = page_of(replace(examples["harsh"], findings=(finding,)))
    assert not [link for link in page.xpath("//a/@href") if "javascript" in link]
    assert "A <b>title</b>" in text_of(page)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://www.legislation.gov.uk/ukpga/2023/54", "https://www.legislation.gov.uk/ukpga/2023/54"),
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, link: str) -> None:
    assert web_link(url) == link


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("itt.pdf", "./itt.pdf"),
        ("annexes/a b#1?.pdf", "./annexes/a%20b%231%3F.pdf"),
        ("javascript:alert(1).pdf", "./javascript%3Aalert%281%29.pdf"),
        ('"><i>.pdf', "./%22%3E%3Ci%3E.pdf"),
        ("£5m%.pdf", "./%C2%A35m%25.pdf"),
    ],
)
def test_a_document_is_linked_by_a_relative_address(path: str, link: str) -> None:
    assert document_link(path) == link


def test_a_page_is_linked_where_the_format_has_pages() -> None:
    assert page_link(Evidence("a/ITT.PDF", "", Span(0, 1), page=12)) == "./a/ITT.PDF#page=12"
    assert page_link(Evidence("itt.docx", "", Span(0, 1), clause="4")) == ""
    assert page_link(Evidence("itt.pdf", "", Span(0, 1))) == ""


# Our own words -----------------------------------------------------------------------------------------------------


def test_the_page_passes_the_pack_on_plain_english(
    examples: dict[str, Report], procure_audit: Any, tmp_path: Path
) -> None:
    (tmp_path / "report.html").write_text(render([examples["kind"]], VIEW), encoding="utf-8")
    done = procure_audit("check", str(tmp_path / "report.html"), "-r", "plain-english", "--fail-on", "low")
    assert done.code == 0, done.out
    assert "No barrier was found." in done.out
    assert "What bidding costs" in read((tmp_path / "report.html").read_bytes(), "report.html").text
