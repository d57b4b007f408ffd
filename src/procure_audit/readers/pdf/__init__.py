"""PDF files: text, tables and properties, through pdfium."""

from .reader import TracedFile, read, read_traced

__all__ = ["TracedFile", "read", "read_traced"]
