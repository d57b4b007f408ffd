"""Polite and wary requests to the public services: a pace, retries, limits, no address in this network.

Nothing here is imported unless the user asks for a service by its name.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx
from httpx_retries import Retry, RetryTransport

from .. import __version__
from ..model import UnreadableError
from ..readers.ocds.parse import parsed
from .manners import Manners

_AGAIN = "try again later; what was fetched so far is kept"
BUSY = (429, 500, 502, 503, 504)
"""Answers after which a request is made again."""


@dataclass
class Web:
    """Requests to one service at *base*, one after the other. A context manager."""

    base: str
    manners: Manners = field(default_factory=Manners)
    _last: float = float("-inf")

    def __post_init__(self) -> None:
        self._client = client(self.manners, (403, *BUSY))  # Contracts Finder says 403 where others say 429

    def json(self, url: str, parameters: Mapping[str, str] | None = None) -> Any:
        """The JSON at *url*, which must be of this service. Raises UnreadableError with what went wrong."""
        self._check(url)
        self._wait()
        try:
            with self._client.stream("GET", url, params=parameters, headers={"Accept": "application/json"}) as answer:
                body = self._body(answer)
        except httpx.HTTPError as error:
            raise UnreadableError(f"{self._host} can't be reached ({why(error)})", _AGAIN) from error
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
        guard(url, self.manners)

    @property
    def _host(self) -> str:
        return urlsplit(self.base).netloc

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()


def client(manners: Manners, waited_for: Collection[int]) -> httpx.Client:
    """A client that tries again, waits as long as it is told to, and follows no redirect by itself."""
    retry = Retry(
        total=manners.tries,
        backoff_factor=min(1.0, manners.pace),
        max_backoff_wait=manners.longest_wait,
        status_forcelist=waited_for,
    )
    headers = {"User-Agent": f"procure-audit/{__version__}"}
    return httpx.Client(transport=RetryTransport(retry=retry), timeout=manners.timeout, headers=headers)


def guard(url: str, manners: Manners) -> None:
    """Raises UnreadableError for what is no web address, for a host that nobody knows, and for one in this network."""
    parts = urlsplit(url)
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host:
        raise UnreadableError(f"'{url[:80]}' is no address of the web", "ask the buyer for the document")
    try:
        found = socket.getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{host} can't be found ({error})", "check the connection") from error
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    if not manners.private and not all(ipaddress.ip_address(address).is_global for address in addresses):
        raise UnreadableError(f"{parts.netloc} is an address inside this network", "allow it (--allow-private)")


def why(error: httpx.HTTPError) -> str:
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
