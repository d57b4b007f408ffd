"""Polite and wary requests to the public services: a pace, retries, limits, no address in this network.

Nothing here is imported unless the user asks for a service by its name.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx
from httpx_retries import Retry, RetryTransport

from .. import __version__
from ..model import UnreadableError
from ..readers.ocds.parse import parsed

_AGAIN = "try again later; what was fetched so far is kept"
_WAITED_FOR = (403, 429, 500, 502, 503, 504)
"""Answers after which a request is made again; Contracts Finder says 403 where others say 429."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How requests are made: seconds between two of them and until one is given up, tries, bytes of an answer.

    *longest_wait* bounds what a service may ask for by Retry-After (120 and 300 seconds are usual). *private* lets
    addresses inside this network be asked, which a link in a notice could otherwise be made to do.
    """

    pace: float = 1.0
    timeout: float = 60.0
    tries: int = 5
    longest_wait: float = 300.0
    most_bytes: int = 50_000_000
    private: bool = False


@dataclass
class Web:
    """Requests to one service at *base*, one after the other. A context manager."""

    base: str
    manners: Manners = field(default_factory=Manners)
    _last: float = float("-inf")

    def __post_init__(self) -> None:
        retry = Retry(
            total=self.manners.tries,
            backoff_factor=min(1.0, self.manners.pace),
            max_backoff_wait=self.manners.longest_wait,
            status_forcelist=_WAITED_FOR,
        )
        self._client = httpx.Client(
            transport=RetryTransport(retry=retry),
            timeout=self.manners.timeout,
            headers={"User-Agent": f"procure-audit/{__version__}", "Accept": "application/json"},
            follow_redirects=False,  # neither service redirects; who does would lead elsewhere
        )

    def json(self, url: str, parameters: Mapping[str, str] | None = None) -> Any:
        """The JSON at *url*, which must be of this service. Raises UnreadableError with what went wrong."""
        self._check(url)
        self._wait()
        try:
            with self._client.stream("GET", url, params=parameters) as answer:
                body = self._body(answer)
        except httpx.HTTPError as error:
            raise UnreadableError(f"{self._host} can't be reached ({_why(error)})", _AGAIN) from error
        return parsed(body)

    def _body(self, answer: httpx.Response) -> bytes:
        body = bytearray()
        for piece in answer.iter_bytes():
            body += piece
            if len(body) > self.manners.most_bytes:
                why = f"{self._host} sent more than {self.manners.most_bytes:,} bytes at once"
                raise UnreadableError(why, "ask for fewer days, or raise --max-bytes")
        if answer.status_code != 200:
            raise UnreadableError(f"{self._host} answered {answer.status_code}: {_said(bytes(body))}", _AGAIN)
        if bytes(body).lstrip()[:1] not in (b"{", b"["):
            raise UnreadableError(f"{self._host} sent no JSON, but: {_said(bytes(body))}", _AGAIN)
        return bytes(body)

    def _wait(self) -> None:
        now = time.monotonic()
        time.sleep(max(0.0, self._last + self.manners.pace - now))
        self._last = time.monotonic()

    def _check(self, url: str) -> None:
        """Raises UnreadableError for another host than this service's, and for an address inside this network."""
        if urlsplit(url)[:2] != urlsplit(self.base)[:2]:
            raise UnreadableError(f"{self._host} led to {urlsplit(url).netloc or url}, where it shouldn't", _AGAIN)
        if not self.manners.private and any(not _is_public(address) for address in self._addresses()):
            raise UnreadableError(f"{self._host} is an address inside this network", "allow it (--allow-private)")

    def _addresses(self) -> list[str]:
        parts = urlsplit(self.base)
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
        except OSError as error:
            raise UnreadableError(f"{self._host} can't be found ({error})", "check the connection") from error
        return [str(entry[4][0]) for entry in found]

    @property
    def _host(self) -> str:
        return urlsplit(self.base).netloc

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()


def _is_public(address: str) -> bool:
    return ipaddress.ip_address(address.split("%")[0]).is_global


def _why(error: httpx.HTTPError) -> str:
    return "it took too long" if isinstance(error, httpx.TimeoutException) else str(error) or type(error).__name__


def _said(body: bytes) -> str:
    """The message of an answer in JSON, else how its text begins."""
    text = body[:2000].decode("utf-8", "replace")
    try:
        told = json.loads(body)
        text = str(told.get("message") or text) if isinstance(told, dict) else text
    except ValueError:
        pass
    return " ".join(text.split())[:120] or "nothing"
