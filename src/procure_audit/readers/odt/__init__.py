"""OpenDocument texts (.odt, .ott), read from their parts: list numbers, revisions, frames, notes and all."""

from .reader import read

__all__ = ["read"]
