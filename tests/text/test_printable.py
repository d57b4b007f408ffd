"""No stranger's words give orders to a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from procure_audit.text.printable import printable


def test_orders_become_signs_and_line_ends_blanks() -> None:
    assert printable("a\x1b[31mb\x07\x9bc\u202ed\udcff") == "a\ufffd[31mb\ufffd\ufffdc\ufffdd\ufffd"
    assert printable("one\r\ntwo\tthree\u2028four") == "one  two three four"


def test_what_people_write_stays() -> None:
    written = "Café “quoted” – £5m\xa0each, Gàidhlig, שלום\u200f, 標準, 👍"
    assert printable(written) == written


@given(st.text(st.characters()))
def test_nothing_that_controls_comes_through(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(sign) for sign in shown} & {"Cc", "Cs", "Zl", "Zp"}
    shown.encode("utf-8")
