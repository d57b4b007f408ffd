"""Procurement notices in the Open Contracting Data Standard, process by process: found, merged, listed."""
