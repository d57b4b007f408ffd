"""Finds the barriers to small charities in public tender documents, and what to write instead."""

__version__ = "0.1.0"
