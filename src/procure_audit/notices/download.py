"""Documents that notices link to, into a folder: each once, at a pace, within limits, never from inside this network.

Beside a document `NAME` stands `.NAME.json`, with its address and the mark (ETag) by which its server knows whether it
has changed; `.NAME.part` is what came of a download that broke off, which the next call goes on with.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import httpx

from ..model import Unread, UnreadableError
from ..readers import READERS
from ..readers.formats import suffix_of
from .manners import Manners
from .web import BUSY, client, guard, why

_MOST_REDIRECTS = 5
_TYPES = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-excel": "xls",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/zip": "zip",
    "application/x-zip-compressed": "zip",
}
_LONGEST_NAME = 100
_UNSAFE = re.compile(r"[^\w .()\[\]-]+")


@dataclass
class Downloads:
    """Downloads into *folder*. A context manager."""

    folder: Path
    manners: Manners = field(default_factory=Manners)
    _last: float = float("-inf")

    def __post_init__(self) -> None:
        self._client = client(self.manners, BUSY)

    def get(self, url: str) -> Path | Unread:
        """The document at *url* in the folder, or why it isn't there. What is there and unchanged is not sent again."""
        try:
            return self._fetched(url)
        except UnreadableError as error:
            return Unread(url, error.reason, error.advice)
        except httpx.HTTPError as error:
            return Unread(url, f"it can't be fetched ({why(error)})", "call again: it goes on where it stopped")
        except OSError as error:
            return Unread(url, f"it can't be written ({error.strerror})", "make room, or name another folder")

    def _fetched(self, url: str) -> Path:
        known = self._known().get(url)
        headers = {"If-None-Match": known["etag"]} if known and known["etag"] and self._place(known).is_file() else {}
        part = self.folder / f".{known['name']}.part" if known else None
        if part and part.is_file() and known and known["etag"]:
            headers = {"Range": f"bytes={part.stat().st_size}-", "If-Range": known["etag"]}
        answer = self._opened(url, headers)
        try:
            if answer.status_code == httpx.codes.NOT_MODIFIED and known:
                return self._place(known)
            if answer.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
                raise UnreadableError(f"its server answered {answer.status_code}", "open the link in a browser")
            return self._saved(url, answer)
        finally:
            answer.close()

    def _opened(self, url: str, headers: dict[str, str]) -> httpx.Response:
        """The answer at *url* or where it leads, each step of the way looked at; its body is not read yet."""
        for _ in range(_MOST_REDIRECTS):
            guard(url, self.manners)
            self._wait()
            answer = self._client.send(self._client.build_request("GET", url, headers=headers), stream=True)
            if not answer.has_redirect_location:
                return answer
            url = urljoin(url, answer.headers["Location"])
            answer.close()
        raise UnreadableError("it leads from one address to the next without end", "open the link in a browser")

    def _saved(self, url: str, answer: httpx.Response) -> Path:
        name = self._name(url, answer)
        self.folder.mkdir(parents=True, exist_ok=True)
        etag = answer.headers.get("ETag", "")
        self._note(name, {"url": url, "etag": etag, "name": name})
        part = self.folder / f".{name}.part"
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        with part.open("ab" if goes_on else "wb") as file:
            for piece in answer.iter_bytes():
                file.write(piece)
                if file.tell() > self.manners.most_bytes:
                    raise UnreadableError(f"it has more than {self.manners.most_bytes:,} bytes", "raise --max-bytes")
        part.replace(self.folder / name)
        return self.folder / name

    def _name(self, url: str, answer: httpx.Response) -> str:
        """A safe name that ends as its kind does. Raises UnreadableError for what is no document."""
        told = Message()
        told["Content-Disposition"] = answer.headers.get("Content-Disposition", "")
        name = told.get_filename() or unquote(urlsplit(url).path).rsplit("/", 1)[-1]
        kind = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
        suffix = suffix_of(name)
        if suffix not in READERS and suffix != "zip":
            if kind not in _TYPES:
                raise UnreadableError(f"it is no document that is read, but {kind or 'of no kind'}", "open the link")
            name = f"{name}.{_TYPES[kind]}"
        elif suffix in ("html", "htm") or kind == "text/html":
            raise UnreadableError("it is a web page, not a document", "open the link in a browser")
        return self._free(_UNSAFE.sub("_", name).strip(". ")[-_LONGEST_NAME:], url)

    def _free(self, name: str, url: str) -> str:
        """*name*, with a number where another address has it already."""
        taken = {one["name"]: one["url"] for one in self._known().values()}
        stem, dot, suffix = name.rpartition(".")
        candidates = (name, *(f"{stem}-{number}{dot}{suffix}" for number in range(2, 1000)))
        return next(one for one in candidates if taken.get(one, url) == url)

    def _known(self) -> dict[str, dict[str, str]]:
        """What is known of earlier downloads, by address; a note that is damaged is as none."""
        found: dict[str, dict[str, str]] = {}
        for path in sorted(self.folder.glob(".*.json")) if self.folder.is_dir() else ():
            try:
                note: Any = json.loads(path.read_text(encoding="utf-8"))
                found[str(note["url"])] = {key: str(note[key]) for key in ("url", "etag", "name")}
            except (ValueError, TypeError, KeyError, OSError):
                continue
        return found

    def _note(self, name: str, note: dict[str, str]) -> None:
        (self.folder / f".{name}.json").write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")

    def _place(self, known: dict[str, str]) -> Path:
        return self.folder / known["name"]

    def _wait(self) -> None:
        time.sleep(max(0.0, self._last + self.manners.pace - time.monotonic()))
        self._last = time.monotonic()

    def __enter__(self) -> Downloads:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
