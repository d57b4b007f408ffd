"""Findings back into a copy of the author's own file: comments in Word, notes in PDF. One line a format.

Annotators know reports and readers, and nothing of rules.
"""

from __future__ import annotations

from .formats import ANNOTATORS, annotated

__all__ = ["ANNOTATORS", "annotated"]
