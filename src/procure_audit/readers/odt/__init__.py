"""OpenDocument texts (.odt, .ott), read from their parts: list numbers, revisions, frames, notes and all."""

from .reader import TracedFile, read, read_traced

__all__ = ["TracedFile", "read", "read_traced"]
