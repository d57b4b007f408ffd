"""The page as a browser shows it: accessible by axe-core, by keyboard alone, narrow, dark, without script, in print."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pypdf import PdfReader

from procure_audit.model import Finding, Report, Severity
from procure_audit.renderers import View
from procure_audit.renderers.html import render

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}  # 1280 pixels at 400 %


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("PROCURE_AUDIT_TESTS_NEED_ALL"):
            pytest.fail("chromium is missing where it must be")
        pytest.skip("needs chromium")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, "--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def written(
    examples: dict[str, Report],
    hostile: Report,
    procure_audit: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, str]:
    """The address of each page."""
    folder = tmp_path_factory.mktemp("pages")
    harsh = examples["harsh"]
    few = replace(harsh, findings=tuple(each for severity in Severity for each in of(harsh, severity)[:2]))
    pages = {"harsh": [harsh], "several": [few, examples["kind"], hostile], "hostile": [hostile]}
    for name, reports in pages.items():
        (folder / f"{name}.html").write_bytes(render(reports, View("0.0.0")))
    register, portfolio = ("--register", str(folder / "register.db")), str(folder / "portfolio.html")
    procure_audit("notices", "tests/fixtures/notices", *register)
    asked = ("--bidder", "small-250k", "--on", "2026-04-01")
    assert procure_audit("register", "export", *register, "-o", portfolio, *asked).code == 0
    return {name: (folder / f"{name}.html").as_uri() for name in (*pages, "portfolio")}


def of(report: Report, severity: Severity) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is severity]


def shown(browser: Browser, address: str, **settings: Any) -> Page:
    page = browser.new_page(**settings)
    page.goto(address)
    return page


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [(each["id"], node["html"][:200]) for each in found for node in each["nodes"]]


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", ["several", "portfolio"])
def test_axe_finds_no_violation(
    name: str, viewport: ViewportSize, scheme: Literal["light", "dark"], browser: Browser, written: dict[str, str]
) -> None:
    with shown(browser, written[name], color_scheme=scheme, viewport=viewport) as page:
        page.evaluate(OPEN_ALL)
        assert violations(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opened", [True, False], ids=["opened", "as-it-comes"])
def test_axe_finds_no_violation_on_a_long_page(
    opened: bool, scheme: Literal["light", "dark"], browser: Browser, written: dict[str, str]
) -> None:
    with shown(browser, written["harsh"], viewport=WIDE, color_scheme=scheme) as page:
        if opened:
            page.evaluate(OPEN_ALL)
        assert violations(page) == []


def test_axe_would_find_one(browser: Browser, written: dict[str, str]) -> None:
    with shown(browser, written["several"]) as page:
        page.evaluate("document.querySelector('.size').style.color = '#ccc'; document.documentElement.lang = ''")
        assert {rule for rule, _ in violations(page)} >= {"color-contrast", "html-has-lang"}


@pytest.mark.parametrize("name", ["several", "harsh", "portfolio"])
def test_at_400_per_cent_nothing_is_cut_off(name: str, browser: Browser, written: dict[str, str]) -> None:
    with shown(browser, written[name], viewport=NARROW) as page:
        page.evaluate(OPEN_ALL)
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
        wider = """[...document.querySelectorAll('main *')].filter((one) => !one.closest('.wide, .hush')
            && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 100))"""
        assert page.evaluate(wider) == []


def test_the_keyboard_reaches_and_opens_a_finding_and_the_focus_is_seen(
    browser: Browser, written: dict[str, str]
) -> None:
    with shown(browser, written["harsh"], viewport=WIDE) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        for _ in range(60):
            page.keyboard.press("Tab")
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            if page.evaluate("document.activeElement.matches('.finding summary')"):
                break
        assert not page.evaluate("document.activeElement.parentElement.open")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.finding').id") == "finding-1"


def test_a_clause_is_copied(browser: Browser, written: dict[str, str], examples: dict[str, Report]) -> None:
    with shown(browser, written["harsh"]) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.click("[data-open]")
        page.click("#finding-1 [data-copy]")
        page.wait_for_function("document.querySelector('.said').textContent")
        assert page.text_content(".said") == "The clause was copied."
        assert page.evaluate("navigator.clipboard.readText()") == examples["harsh"].findings[0].model_clause.strip()


def test_without_script_everything_can_be_opened_and_no_dead_button_shows(
    browser: Browser, written: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written["harsh"])
    assert page.locator("button:visible").count() == 0
    page.click("#finding-1 summary")
    assert page.locator("#finding-1 .clause").is_visible()
    context.close()


def test_no_word_of_strangers_runs_and_nothing_is_fetched(browser: Browser, written: dict[str, str]) -> None:
    told: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: told.append(request.url))
    page.goto(written["hostile"])
    page.evaluate(OPEN_ALL)
    page.hover("h1")
    assert told == [written["hostile"]]
    page.close()


def test_it_prints_on_paper_in_black_on_white(browser: Browser, written: dict[str, str], tmp_path: Path) -> None:
    with shown(browser, written["harsh"], color_scheme="dark") as page:
        page.pdf(path=str(tmp_path / "report.pdf"), prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "report.pdf")
    assert round(float(printed.pages[0].mediabox.width)) == 595
    text = " ".join(page.extract_text() for page in printed.pages)
    assert "Write instead" in text and "What bidding costs" in text
    assert "Open all details" not in text and "On this page" not in text
