"""Notices in the Open Contracting Data Standard: a release, a record, or a package of them."""

from __future__ import annotations

from .reader import read

__all__ = ["read"]
