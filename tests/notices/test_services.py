"""The clients of the public services, against one on this machine that behaves as those do."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from notice_service import Answer, Service, running

from procure_audit.model import CallError, Unread
from procure_audit.notices.found import Published
from procure_audit.notices.manners import Manners
from procure_audit.notices.services import fetched

SINCE, UNTIL = datetime(2026, 3, 2), datetime(2026, 3, 2, 6)
QUICK = Manners(pace=0, timeout=5, tries=2, longest_wait=1, private=True)


def release(number: int) -> dict[str, Any]:
    return {"ocid": f"ocds-example-{number}", "id": str(number), "tag": ["tender"], "tender": {"title": str(number)}}


def told(service: Service, manners: Manners = QUICK, until: datetime = UNTIL) -> list[str]:
    outcomes = fetched("find-a-tender", SINCE, until, manners, service.base)
    return [one.place if isinstance(one, Published) else f"! {one.path}: {one.reason}" for one in outcomes]


def reason(service: Service, manners: Manners = QUICK) -> str:
    (one,) = fetched("find-a-tender", SINCE, UNTIL, manners, service.base)
    assert isinstance(one, Unread) and one.advice
    return one.reason


def test_pages_are_followed_to_the_last_with_no_parameter_too_many() -> None:
    with running(Service([[release(1), release(2)], [release(3)]])) as service:
        assert told(service) == [
            "find-a-tender 2026-03-02T00:00:00 page 1 releases[0]",
            "find-a-tender 2026-03-02T00:00:00 page 1 releases[1]",
            "find-a-tender 2026-03-02T00:00:00 page 2 releases[0]",
        ]
        first = {"limit": "100", "updatedFrom": "2026-03-02T00:00:00", "updatedTo": "2026-03-02T06:00:00"}
        assert service.asked == [first, {"cursor": "1"}]


def test_a_long_time_is_asked_for_in_steps_of_six_hours() -> None:
    with running(Service()) as service:
        assert told(service, until=datetime(2026, 3, 2, 13)) == []
        assert [(one["updatedFrom"][11:13], one["updatedTo"][11:13]) for one in service.asked] == [
            ("00", "06"),
            ("06", "12"),
            ("12", "13"),
        ]


def test_a_service_that_asks_to_wait_is_waited_for() -> None:
    busy: Answer = (429, {"Retry-After": "1"}, b"Rate limit of 12 exceeded. Please retry after 1 seconds.")
    with running(Service([[release(1)]], before=[busy])) as service:
        began = time.monotonic()
        assert len(told(service)) == 1
        assert time.monotonic() - began >= 1


def test_a_step_that_fails_is_named_and_the_next_is_asked_for() -> None:
    broken: Answer = (400, {}, b'{"status": 400, "message": "limit must be between 1 and 100"}')
    with running(Service([[release(1)]], before=[broken])) as service:
        assert told(service, until=datetime(2026, 3, 2, 12)) == [
            f"! find-a-tender 2026-03-02T00:00:00 page 1: {service.base[7:]} answered 400: "
            "limit must be between 1 and 100",
            "find-a-tender 2026-03-02T06:00:00 page 1 releases[0]",
        ]


def stall(handler: Any) -> None:
    time.sleep(3)
    handler.close_connection = True


def flood(handler: Any) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(10_000):
            handler.wfile.write(b"[" + b" " * 100_000)
    except OSError:  # the other side has had enough
        handler.close_connection = True


def cut(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"releases": [')
    handler.close_connection = True


@pytest.mark.parametrize(
    ("answers", "manners", "why"),
    [
        ([(429, {"Retry-After": "1"}, b"Rate limit of 12 exceeded.")] * 9, QUICK, "answered 429: Rate limit of 12"),
        ([(503, {}, b"")] * 9, QUICK, "answered 503: nothing"),
        ([(200, {}, b"<html><title>Sorry</title></html>")], QUICK, "sent no JSON, but: <html><title>Sorry"),
        ([(200, {}, b'{"releases": [{"ocid": ')], QUICK, "broken JSON"),
        ([(200, {}, b'{"error": "none"}')], QUICK, "JSON but no notice"),
        ([(302, {"Location": "https://example.org/"}, b"")], QUICK, "answered 302"),
        ([stall] * 9, Manners(pace=0, timeout=0.3, tries=1, private=True), "it took too long"),
        ([flood], Manners(pace=0, most_bytes=1_000_000, private=True), "sent more than 1,000,000 bytes at once"),
        ([cut] * 9, QUICK, "can't be reached"),
    ],
    ids=["busy", "down", "html", "broken", "other", "redirect", "stall", "flood", "cut"],
)
def test_what_goes_wrong_is_told(answers: list[Any], manners: Manners, why: str) -> None:
    with running(Service([[release(1)]], before=answers)) as service:
        assert why in reason(service, manners)


def test_a_page_that_leads_elsewhere_is_not_followed() -> None:
    elsewhere: Answer = (200, {}, b'{"releases": [], "links": {"next": "http://169.254.169.254/latest"}}')
    with running(Service(before=[elsewhere])) as service:
        assert "led to 169.254.169.254, where it shouldn't" in reason(service)


def test_a_page_that_leads_to_itself_ends() -> None:
    with running(Service()) as service:
        own = f"{service.base}/api/1.0/ocdsReleasePackages"
        service.before.append((200, {}, f'{{"releases": [], "links": {{"next": "{own}"}}}}'.encode()))
        assert told(service) == []


def test_an_address_inside_this_network_is_refused() -> None:
    with running(Service([[release(1)]])) as service:
        assert "inside this network" in reason(service, Manners(pace=0))
        assert service.asked == []


def test_a_service_that_nobody_knows_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="did you mean 'find-a-tender'"):
        list(fetched("find-tender", SINCE, UNTIL))


def test_the_command_asks_a_service_by_its_name(procure_audit: Callable[..., Any], tmp_path: Path) -> None:
    with running(Service([[release(1)], [release(2)]])) as service:
        call = ("notices", "find-a-tender", "--from", "2026-03-02", "--to", "2026-03-02T06:00:00", "--pace", "0")
        register = ("--register", str(tmp_path / "r.db"), "--endpoint", service.base, "--allow-private")
        done = procure_audit(*call, *register)
    assert done.err == "" and done.out.startswith("2 tenders: ")


def test_the_client_is_loaded_only_when_it_is_asked_for() -> None:
    loaded = "import sys, procure_audit.batch.work; from procure_audit.cli.app import app_for; app_for([])"
    code = f"{loaded}; print('httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
