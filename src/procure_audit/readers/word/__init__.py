"""Word files (.docx, .docm, .dotx, .dotm), read from their parts: numbering, revisions, text boxes, notes and all."""

from .reader import TracedFile, read, read_traced

__all__ = ["TracedFile", "read", "read_traced"]
