"""PDF files: text, tables and properties, through pdfium."""

from .reader import read

__all__ = ["read"]
