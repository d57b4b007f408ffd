"""Opening a PDF file, and every reason why that fails, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ...model import UnreadableError

_LOCKED = "save a copy without a password, or ask the buyer for one"
_ASK = "ask the buyer for a sound copy"
_XFA = "open it in Adobe Reader and print it to PDF, or ask for another format"
_WITHIN = 1024  # bytes from the start in which "%PDF" must stand, as readers allow
_DYNAMIC_FORM = 2


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The pypdfium2 document in *data*, with its forms ready; closed afterwards. Raises UnreadableError."""
    import pypdfium2

    if not data:
        raise UnreadableError("the file is empty", _ASK)
    try:
        document = pypdfium2.PdfDocument(data)
    except Exception as error:  # pypdfium2 raises its own class, but ctypes' errors pass through it
        raise _refusal(error, b"%PDF" in data[:_WITHIN]) from error
    try:
        _checked(document)
        yield document
    finally:
        document.close()


def _checked(document: Any) -> None:
    if len(document) == 0:
        raise UnreadableError("it has no pages", _ASK)
    if document.get_formtype() == _DYNAMIC_FORM:
        raise UnreadableError("it is a dynamic form (XFA), whose pages only Adobe's programs can show", _XFA)


def _refusal(error: Exception, is_pdf: bool) -> UnreadableError:
    message = str(error)
    if not is_pdf:
        return UnreadableError("it isn't a PDF, whatever its name says", "check the file's type and name")
    if "password" in message.lower():
        return UnreadableError("it is locked with a password", _LOCKED)
    if "security" in message.lower():
        return UnreadableError("it is encrypted in a way that can't be opened", _LOCKED)
    return UnreadableError("it is damaged, and can't be opened", _ASK)
