"""A public service of notices on this machine, which behaves as the real ones do, faults included."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

ALLOWED = {"limit", "cursor", "updatedFrom", "updatedTo", "stages"}
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Service:
    """Answers with `pages` in turn, each "next" of the one before; what stands in `before` is answered first."""

    pages: list[list[dict[str, Any]]] = field(default_factory=list)
    before: list[Answer | Callable[[Any], None]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    base: str = ""

    def answer(self, path: str) -> Answer:
        given = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        self.asked.append(given)
        unknown = sorted(set(given) - ALLOWED)
        if unknown:
            told = {"status": 400, "message": f"Request parameter '{unknown[0]}' is not recognised"}
            return 400, {}, json.dumps(told).encode()
        number = int(given.get("cursor", "0"))
        page: dict[str, Any] = {"version": "1.1", "releases": self.pages[number] if self.pages else []}
        if number + 1 < len(self.pages):
            page["links"] = {"next": f"{self.base}/api/1.0/ocdsReleasePackages?cursor={number + 1}"}
        return 200, {"Content-Type": "application/json"}, json.dumps(page).encode()


@contextmanager
def running(service: Service) -> Iterator[Service]:
    """*service* on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            first = service.before.pop(0) if service.before else None
            if callable(first):
                first(self)
                return
            code, headers, body = first or service.answer(self.path)
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    service.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
