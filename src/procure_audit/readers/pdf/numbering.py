"""Whether one printed number follows another, as the items of a list do."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?P<head>\(?(?:\d{1,3}\.){0,5})(?P<last>\d{1,3}|[A-Za-z]|[ivxl]{1,6})(?P<tail>[.):]|(?=\s))")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


def follows(first: str, second: str) -> bool:
    """Whether *second* begins with the number after the one that *first* begins with: "(b)" after "(a)"."""
    one, two = _NUMBER.match(first), _NUMBER.match(second)
    if not (one and two) or (one["head"], one["tail"]) != (two["head"], two["tail"]):
        return False
    return bool(_places(one["last"]) & {place - 1 for place in _places(two["last"])})


def _places(number: str) -> set[int]:
    """The places that a number may stand for: "v" is five or the 22nd letter. Letters, Roman and digits differ."""
    if number.isdigit():
        return {int(number)}
    places = {1000 + ord(number)} if len(number) == 1 else set()
    return places | ({2000 + _ROMAN.index(number)} if number in _ROMAN else set())
