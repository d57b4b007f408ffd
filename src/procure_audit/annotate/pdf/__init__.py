"""Findings as highlights with notes in a copy of a PDF."""

from __future__ import annotations

from .annotator import annotate

__all__ = ["annotate"]
