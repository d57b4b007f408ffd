"""The part of the JSON that tells what settings and a baseline did to a report."""

from __future__ import annotations

from typing import Any

from ..model import Baselined, Configuration, Notice, Suppression

Json = dict[str, Any]


def suppression_object(suppression: Suppression) -> Json:
    return {
        "reason": suppression.reason,
        "approved_by": suppression.approved_by,
        "until": suppression.until.isoformat() if suppression.until else None,
        "place": suppression.place,
    }


def configuration_object(configuration: Configuration) -> Json:
    changes = [
        {"rule": each.rule, "what": each.what, "reason": each.reason, "place": each.place}
        for each in configuration.changes
    ]
    return {"files": list(configuration.files), "changes": changes}


def notice_object(notice: Notice) -> Json:
    return {"kind": notice.kind, "rule": notice.rule, "message": notice.message, "place": notice.place}


def baseline_object(baseline: Baselined) -> Json:
    return {"file": baseline.file, "score": baseline.score}
