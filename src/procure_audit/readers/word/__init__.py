"""Word files (.docx, .docm, .dotx, .dotm), read from their parts: numbering, revisions, text boxes, notes and all."""

from .reader import read

__all__ = ["read"]
