"""The words of notices: mark-up and mangled characters mended, values as people write them."""

from __future__ import annotations

import html
import math
import re
from datetime import date, datetime
from typing import Any

_BREAKS = re.compile(r"<(?:br|/?p|/?li|/?div|/?tr|/?h[1-6]|/?[uo]l)\b[^<>]{0,300}>", re.I)
_TAGS = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|table|tbody|t[dh])\b[^<>]{0,300}>", re.I)
_MANGLED = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?")


def cleaned(text: str) -> str:
    """*text* without tags, entities, control characters, or UTF-8 that was once read as Windows-1252 ("Â£")."""
    plain = html.unescape(html.unescape(text))
    plain = _TAGS.sub("", _BREAKS.sub("\n", plain))
    return _CONTROLS.sub("", _MANGLED.sub(_mended, plain.replace("\r\n", "\n").replace("\r", "\n")))


def _mended(match: re.Match[str]) -> str:
    try:
        return b"".join(_byte(character) for character in match[0]).decode()
    except UnicodeError:
        return match[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a field: its lines, since notices have no other way to part them."""
    return [line for line in (" ".join(line.split()) for line in cleaned(text).split("\n")) if line]


def spoken(name: str) -> str:
    """A code of the standard as words: "electronicSubmission" is "electronic submission"."""
    return _CAMEL.sub(" ", name).lower() if " " not in name else name


def moment(value: Any) -> date | datetime | None:
    """The day, or day and time, that *value* begins with, as its clock says; None if it is no date.

    The zone is dropped: portals put "Z" behind local times. Midnight stands for a day without a time.
    """
    match = _DATE.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1])
        hour, minute = int(match[2] or 0), int(match[3] or 0)
        return datetime(day.year, day.month, day.day, hour, minute) if hour or minute else day
    except ValueError:
        return None


def day_of(value: Any) -> date | None:
    """The day of `moment`."""
    found = moment(value)
    return found.date() if isinstance(found, datetime) else found


def spoken_moment(value: Any, time: bool = True) -> str:
    """ "31 May 2019 at 12:00", without its *time* "31 May 2019", or "" if *value* is no date."""
    found = moment(value) if time else day_of(value)
    if found is None:
        return ""
    words = f"{found.day} {found:%B %Y}"
    return f"{words} at {found:%H:%M}" if isinstance(found, datetime) else words


def money_of(value: Any) -> float | None:
    """A sum of money; None for one of 1 or less, which people type where a form insists on a number."""
    found = amount_of(value)
    return None if found is None or found <= 1 else found


def amount_of(value: Any) -> float | None:
    """A number above zero (portals write 0 for "not given"), None for anything else, infinity included."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value <= 0:
        return None
    return int(value) if value == int(value) else float(value)


def currency_of(holder: Any, tender: str = "") -> str:
    """A lot's currency; AED beside the *tender*'s own is the first line of a drop-down list, left as it was."""
    value = holder.get("value") if isinstance(holder, dict) else None
    own = str(value.get("currency") or "") if isinstance(value, dict) else ""
    return tender if tender and own in ("", "AED") else own or "GBP"
