"""Formats that other programs read: valid by their own schemas, the same bytes each time, and nothing breaks out."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema.validators import validator_for
from lxml import etree
from openpyxl import load_workbook
from reports import HOSTILE, VIEW, finding, hostile, mixed, place, report

from procure_audit.model import Baselined, Confidence, Finding, Origin, Severity, Unread
from procure_audit.renderers import RENDERERS, View, sarif
from procure_audit.renderers.github import MOST_OF_A_KIND
from procure_audit.renderers.sarifrules import MOST_DESCRIPTION
from procure_audit.renderers.table import COLUMNS

MACHINE = sorted(set(RENDERERS) & {"json", "jsonl", "sarif", "junit", "github", "gitlab", "csv", "xlsx"})
WHY = "Accepted by Head of Procurement until 31 March 2027: work at height. (procure-audit.yaml:3)"
EVERYTHING = [mixed(), hostile(), report(name="empty"), report(name="unread", documents=(), score=None)]


def told(name: str, *reports: Any, view: View = VIEW) -> bytes:
    out = RENDERERS[name](reports or EVERYTHING, view)
    return out.encode() if isinstance(out, str) else out


def loaded(name: str, *reports: Any) -> Any:
    return json.loads(told(name, *reports))


@pytest.mark.parametrize("name", MACHINE)
def test_the_same_reports_give_the_same_bytes(name: str) -> None:
    assert told(name) == told(name)


@pytest.mark.parametrize("name", [name for name in MACHINE if name != "xlsx"])
def test_text_is_utf_8_without_a_sign_that_gives_orders(name: str) -> None:
    text = told(name).decode("utf-8")
    assert [sign for sign in text if ord(sign) < 32 and sign != "\n"] == []


@pytest.mark.parametrize("name", MACHINE)
def test_no_finding_is_lost(name: str) -> None:
    """But by GitHub's annotations, which have no room, and which count what they leave out."""
    one = report(*(finding(f"rule-{n}", Severity.HIGH, place()) for n in range(30)))
    text = told(name, one).decode("utf-8", "replace") if name != "xlsx" else sheet_text(told(name, one), "Findings")
    found = {n for n in range(30) if re.search(rf"rule-{n}\b", text)}
    assert len(found) == (MOST_OF_A_KIND if name == "github" else 30)


# By the schemas of others ------------------------------------------------------------------------------------------


def check(schema: dict[str, Any], value: Any) -> list[str]:
    return [f"{list(wrong.path)}: {wrong.message[:200]}" for wrong in validator_for(schema)(schema).iter_errors(value)]


@pytest.fixture(scope="module")
def schemas(shared: Path) -> Path:
    return shared / "schemas"


def test_sarif_is_valid_by_the_official_schema(schemas: Path) -> None:
    schema = json.loads((schemas / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    assert check(schema, loaded("sarif")) == []
    assert check(schema, loaded("sarif", replace(mixed(), baseline=Baselined("known.json", 41)))) == []


def test_code_quality_is_valid_by_gitlab_s_schema(schemas: Path) -> None:
    schema = json.loads((schemas / "gitlab-codequality.schema.json").read_text(encoding="utf-8"))
    assert check(schema, loaded("gitlab")) == []


def test_junit_is_valid_by_its_schema(schemas: Path) -> None:
    schema = etree.XMLSchema(etree.parse(schemas / "JUnit.xsd"))
    schema.assertValid(etree.fromstring(told("junit")))


# SARIF -------------------------------------------------------------------------------------------------------------


def run_of(*reports: Any) -> Any:
    return loaded("sarif", *reports)["runs"][0]


def test_sarif_tells_each_finding_with_all_its_places() -> None:
    results = {result["ruleId"]: result for result in run_of(mixed())["results"]}
    where = results["cover"]["locations"]
    assert [one["physicalLocation"]["artifactLocation"]["uri"] for one in where] == [
        "tenders/care/itt.pdf",
        "tenders/care/terms.docx",
    ]
    assert where[0]["properties"]["page"] == 3 and "page" not in where[1]["properties"]
    assert [one["name"] for one in where[0]["logicalLocations"]] == ["itt.pdf", "4.2"]
    assert where[0]["physicalLocation"]["region"] == {"startLine": 1, "snippet": {"text": "Cover of £10 million."}}
    assert [results[rule]["level"] for rule in ("cover", "absent", "small")] == ["error", "warning", "note"]
    assert results["absent"]["locations"][0]["logicalLocations"] == [{"name": "care", "kind": "tender"}]
    assert "security-severity" not in told("sarif").decode()


def test_sarif_tells_what_was_accepted_known_and_not_looked_at() -> None:
    run = run_of(replace(mixed(), baseline=Baselined("known.json", 41)))
    results = {result["ruleId"]: result for result in run["results"]}
    assert results["accepted"]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": WHY,
        }
    ]
    assert {rule: result["baselineState"] for rule, result in results.items() if rule != "accepted"} == {
        "cover": "new",
        "old": "unchanged",
        "absent": "new",
        "small": "new",
    }
    ended = run["invocations"][0]
    told_of = [(one["descriptor"]["id"], one["level"]) for one in ended["toolExecutionNotifications"]]
    assert told_of == [("not-read", "error"), ("not-read", "warning"), ("not-assessed", "note")]
    assert [one["descriptor"]["id"] for one in ended["toolConfigurationNotifications"]] == ["settings"]
    assert ended["executionSuccessful"]
    assert not run_of(report(documents=(), score=None))["invocations"][0]["executionSuccessful"]


def test_sarif_explains_its_rules() -> None:
    rules = {rule["id"]: rule for rule in run_of(mixed())["tool"]["driver"]["rules"]}
    assert list(rules) == sorted(rules)
    assert rules["cover"]["helpUri"] == "https://example.org/act"
    assert "[Procurement Act 2023, section 22](<https://example.org/act>)" in rules["cover"]["help"]["markdown"]
    assert "Instead: words" in rules["cover"]["help"]["text"]
    assert rules["window"] == {"id": "window", "shortDescription": {"text": "Little time"}}


def test_sarif_keeps_within_the_limits_of_github() -> None:
    many = finding("many", Severity.LOW, *(place(quote=f"place {n}") for n in range(200)), words="x" * 5000)
    counted = replace(many, rule="counted", counted=True)
    run = run_of(report(many, counted))
    assert {one["ruleId"]: len(one["locations"]) for one in run["results"]} == {"many": 100, "counted": 10}
    for rule in run["tool"]["driver"]["rules"]:
        assert len(rule["properties"]["tags"]) <= 10
        assert all(len(rule[name]["text"]) <= MOST_DESCRIPTION for name in ("shortDescription", "fullDescription"))


def test_sarif_leaves_out_the_mildest_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    run = run_of(mixed())
    assert [one["ruleId"] for one in run["results"]] == ["accepted", "cover"]
    last = run["invocations"][0]["toolExecutionNotifications"][-1]
    assert (last["descriptor"]["id"], last["message"]["text"][:7]) == ("left-out", "3 more ")


def test_no_words_of_a_document_become_a_link_in_sarif() -> None:
    trap = "see [the notice](https://example.org/trap)"
    one = report(finding("cover", Severity.HIGH, place(), words=trap), unread=(Unread("a.pdf", trap),))
    run = run_of(one)
    rule = run["tool"]["driver"]["rules"][0]
    messages = [run["results"][0]["message"], rule["help"], rule["fullDescription"], rule["shortDescription"]]
    messages += [note["message"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    assert all("[the notice\\](https" in one["text"] for one in messages)
    assert "](https://example.org/trap)" not in rule["help"]["markdown"].replace("\\]", "")


def test_sarif_addresses_are_relative_and_percent_encoded() -> None:
    run = run_of(hostile())
    found = [one["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"] for one in r["locations"]]
    assert found
    for uri in found:
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
        parts = urlsplit(uri)
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
        assert unquote(parts.path).startswith('t/a" onerror=')


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_names_of_findings_are_unique_and_stay(name: str) -> None:
    """Absences of several tenders, and one tender twice, are told apart; another tender beside it changes nothing."""

    def names(*reports: Any) -> list[str]:
        if name == "gitlab":
            return [issue["fingerprint"] for issue in loaded("gitlab", *reports)]
        results = run_of(*reports)["results"]
        assert all(r["partialFingerprints"]["primaryLocationLineHash"].endswith(":1") for r in results)
        return [result["partialFingerprints"]["procureAudit/v1"] for result in results]

    one, other = report(finding("absent")), report(finding("absent"), name="grounds")
    assert len({*names(one, other, one)}) == 3
    assert names(one, other)[:1] == names(one)
    away = [report(finding("absent"), origin=Origin(f"{place}/care")) for place in ("/home/a", "/srv/b")]
    assert names(away[0]) == names(away[1]), "the same on every machine"


# JUnit -------------------------------------------------------------------------------------------------------------


def outcomes(xml: bytes) -> dict[str, dict[str, str]]:
    """Suite to case to what became of it."""
    return {
        suite.get("name", ""): {
            case.get("name", ""): case[0].tag if len(case) else "passed" for case in suite.iter("testcase")
        }
        for suite in etree.fromstring(xml).iter("testsuite")
    }


def test_junit_has_a_suite_for_each_document_and_one_for_the_tender() -> None:
    assert outcomes(told("junit", mixed())) == {
        "care": {"absent": "failure", "consortia-barred": "passed", "window": "skipped"},
        "tenders/care/itt.pdf": {"page 2": "error", "accepted": "skipped", "cover": "failure", "small": "failure"},
        "tenders/care/terms.docx": {"cover": "failure", "old": "skipped"},
        "tenders/care/plan.pdf": {"readable": "error"},
    }


def test_junit_counts_and_types_what_it_holds() -> None:
    root = etree.fromstring(told("junit", mixed()))
    for suite in root:
        kinds = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
        assert {name: int(suite.get(name, "")) for name in kinds} == {
            name: len(list(suite.iter(tag))) for name, tag in kinds.items()
        }
    failure = root.find(".//testcase[@classname='tenders/care/itt.pdf'][@name='cover']/failure")
    assert failure is not None and (failure.get("type"), failure.get("message")) == ("high", "High: cover words")
    assert "“Cover of £10 million.” (itt.pdf, page 3, clause 4.2)" in str(failure.text)
    assert "terms.docx" not in str(failure.text)


# GitHub ------------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"^::(error|warning|notice) ((?:[a-z]+=[^,:]*)(?:,[a-z]+=[^,:]*)*)::(.*)$")


def commands(text: bytes) -> list[tuple[str, dict[str, str], str]]:
    """Kind, properties and text of each command, as the runner reads them."""
    read = []
    for line in text.decode().split("\n"):
        if line.lstrip().startswith("::"):
            kind, properties, data = COMMAND.fullmatch(line).groups()  # type: ignore[union-attr]
            named = dict(pair.split("=", 1) for pair in properties.split(","))
            read.append((kind, {name: unquote(value) for name, value in named.items()}, unquote(data)))
    return read


def test_github_annotates_the_worst_first() -> None:
    read = commands(told("github", mixed()))
    assert [(kind, properties["title"]) for kind, properties, _ in read] == [
        ("error", "High: cover words"),
        ("warning", "Not looked at"),
        ("warning", "Not looked at"),
        ("warning", "Medium: absent words"),
        ("notice", "Low: small words"),
    ]
    assert [properties.get("file") for _, properties, _ in read] == [
        "tenders/care/itt.pdf",
        "tenders/care/plan.pdf",
        "tenders/care/itt.pdf",
        None,
        "tenders/care/itt.pdf",
    ]
    assert "“Cover of £10 million.”\nitt.pdf, page 3, clause 4.2" in read[0][2]


def test_github_prints_no_more_than_a_step_shows_and_counts_the_rest() -> None:
    many = [finding(f"r{n}", severity, place()) for n in range(15) for severity in (Severity.LOW, Severity.HIGH)]
    lines = told("github", report(*many)).decode().splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error"] * 10 + ["::notice"] * 10
    assert lines[-1] == "procure-audit: 20 of 30 findings annotated; score out of 100: care 41"
    last = told("github", mixed()).decode().splitlines()[-1]
    assert last == "procure-audit: 5 of 5 findings annotated; 2 known or accepted; score out of 100: care 41"


def test_github_takes_no_order_from_a_document() -> None:
    text = told("github", hostile())
    read = commands(text)
    assert {kind for kind, _, _ in read} == {"error", "warning", "notice"}
    assert {*properties_of(read)} == {"file", "title"}
    lines = text.decode().splitlines()
    assert len(read) == len(lines) - 1, "each line but the last is a command of ours"
    assert lines[-1].startswith("procure-audit: ") and "\x1b" not in text.decode()


def properties_of(read: list[tuple[str, dict[str, str], str]]) -> list[str]:
    return [name for _, properties, _ in read for name in properties]


# GitLab ------------------------------------------------------------------------------------------------------------


def test_gitlab_has_one_issue_a_finding_and_one_for_what_was_not_read() -> None:
    issues = loaded("gitlab", mixed())
    told_of = [(one["check_name"], one["severity"], one["location"]) for one in issues]
    assert told_of == [
        ("accepted", "info", {"path": "tenders/care/itt.pdf", "lines": {"begin": 3}}),
        ("cover", "critical", {"path": "tenders/care/itt.pdf", "lines": {"begin": 3}}),
        ("old", "info", {"path": "tenders/care/terms.docx", "lines": {"begin": 1}}),
        ("absent", "major", {"path": "tenders/care/itt.pdf", "lines": {"begin": 1}}),
        ("small", "minor", {"path": "tenders/care/itt.pdf", "lines": {"begin": 3}}),
        ("not-read", "major", {"path": "tenders/care/plan.pdf", "lines": {"begin": 1}}),
        ("not-read", "major", {"path": "tenders/care/itt.pdf", "lines": {"begin": 1}}),
    ]
    assert issues[0]["description"].startswith("Accepted by Head of Procurement until 31 March 2027: work at height.")


# Tables ------------------------------------------------------------------------------------------------------------


def rows_of(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.decode("utf-8-sig"), newline="")))


def sheet_text(data: bytes, name: str) -> str:
    sheet = load_workbook(BytesIO(data))[name]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_csv_has_one_row_a_finding_and_one_for_what_was_not_looked_at() -> None:
    rows = rows_of(told("csv", mixed()))
    assert [(row["rule"], row["status"]) for row in rows] == [
        ("accepted", "suppressed"),
        ("cover", "open"),
        ("old", "known"),
        ("absent", "open"),
        ("small", "open"),
        ("", "not read"),
        ("", "not read"),
        ("window", "not assessed"),
    ]
    assert rows[1]["other places"] == "terms.docx, clause 4.2"
    assert (rows[1]["page"], rows[1]["link"]) == ("3", "https://example.org/act")


def test_no_cell_of_a_csv_is_a_formula() -> None:
    cells = [cell for row in rows_of(told("csv", hostile())) for cell in row.values()]
    assert [cell for cell in cells if re.match(r"[\s]*[=+\-@]|[\t\r\n]", cell)] == []
    assert {"'=HYPERLINK(0)", "'+1+cmd|' /C calc'!A0", "'-2+3", "'@SUM(1)", "'\n=1", "'  =1", "' =1"} <= {*cells}


def test_a_workbook_has_three_sheets_with_filters_and_links() -> None:
    book = load_workbook(BytesIO(told("xlsx", mixed())))
    assert book.sheetnames == ["Tenders", "Findings", "Not looked at"]
    sheet = book["Findings"]
    assert [cell.value for cell in sheet[1]] == [column.name.capitalize() for column in COLUMNS]
    assert (sheet.max_row, sheet.freeze_panes, sheet.auto_filter.ref) == (6, "B2", "A1:U6")
    link = sheet.cell(2, [column.name for column in COLUMNS].index("link") + 1)
    assert link.hyperlink.target == "https://example.org/act"
    assert [cell.value for cell in book["Tenders"][2]][:5] == ["care", 41, 41, 41, "D"]
    assert book["Not looked at"].max_row == 4


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    book = load_workbook(BytesIO(told("xlsx", hostile())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    orders = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "@"))]
    assert orders and all(cell.quotePrefix for cell in orders)


def test_csv_and_workbook_say_the_same() -> None:
    book = load_workbook(BytesIO(told("xlsx", mixed())))
    table = [
        ["" if cell is None else str(cell) for cell in row] for row in book["Findings"].iter_rows(2, values_only=True)
    ]
    assert table == [[*row.values()] for row in rows_of(told("csv", mixed()))][:5]


# JSON lines, and what a view leaves out ----------------------------------------------------------------------------


def test_json_lines_are_the_reports_one_by_one() -> None:
    lines = told("jsonl").splitlines()
    assert len(lines) == len(EVERYTHING)
    assert [json.loads(line)["schema"] for line in lines] == ["procure-audit/report/1"] * len(EVERYTHING)
    assert [json.loads(line) for line in lines] == loaded("json")["reports"]


@pytest.mark.parametrize("name", MACHINE)
def test_a_view_leaves_out_what_is_below_its_limits(name: str) -> None:
    view = View("0.1.0", min_severity=Severity.HIGH, min_confidence=Confidence.HIGH)
    text = told(name, mixed(), view=view)
    shown = sheet_text(text, "Findings") if name == "xlsx" else text.decode()
    assert "small words" not in shown and "cover words" in shown


def test_a_finding_without_documents_has_a_place_all_the_same() -> None:
    alone = report(finding("absent"), documents=(), origin=Origin("-"))
    assert loaded("gitlab", alone)[0]["location"]["path"] == "care"
    assert run_of(alone)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "-"


def test_hostile_words_come_back_as_they_were_where_a_format_can_hold_them() -> None:
    """Escaped, not eaten: a reader of the file sees what the document said."""
    visible = [sign for sign in HOSTILE if sign.isprintable()]
    issue: Finding = hostile().findings[0]
    assert [sign for sign in issue.message if sign.isprintable()][-len(visible) :] == visible
    message = loaded("gitlab", hostile())[0]["description"]
    assert 'a" onerror=<b>&amp;::error file=x::' in message
