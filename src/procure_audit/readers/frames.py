"""What two processes agree on: messages of eight bytes of length and then the message, and an exit code."""

from __future__ import annotations

from typing import IO

OUT_OF_MEMORY = 12
"""Exit code of a process whose memory a document filled."""

_LENGTH = 8


def send(pipe: IO[bytes], *messages: bytes) -> None:
    for message in messages:
        pipe.write(len(message).to_bytes(_LENGTH, "big"))
        pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes], most: int | None = None) -> bytes | None:
    """The next message; None when the other side is gone, even in the middle of one.

    OverflowError, with the message left in the pipe, if it is longer than *most* bytes.
    """
    length = pipe.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    size = int.from_bytes(length, "big")
    if most is not None and size > most:
        raise OverflowError(f"a message of {size:,} bytes")
    message = pipe.read(size)
    return message if len(message) == size else None
