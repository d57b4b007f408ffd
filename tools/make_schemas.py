"""Writes the JSON Schemas of the reports anew, from the model's own tables: `python tools/make_schemas.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from procure_audit.model import (
    FACT_KINDS,
    KNOWN,
    METRIC_KINDS,
    OPEN,
    SUPPRESSED,
    Answer,
    Confidence,
    Role,
    Severity,
    Verdict,
)
from procure_audit.renderers.wire import ASSUMPTIONS

FOLDER = Path(__file__).resolve().parents[1] / "src" / "procure_audit" / "schemas"
Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}
HUNDRED: Schema = {"type": "integer", "minimum": 0, "maximum": 100}


def maybe(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


def several(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def mapping(properties: dict[str, Schema], *, optional: tuple[str, ...] = (), says: str = "") -> Schema:
    """An object with exactly these properties."""
    head: Schema = {"description": says} if says else {}
    required = [name for name in properties if name not in optional]
    return {**head, "type": "object", "properties": properties, "required": required, "additionalProperties": False}


def ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


BOX: Schema = {
    "description": "x0, top, x1, bottom in points from the page's top left",
    "type": ["array", "null"],
    "items": NUMBER,
    "minItems": 4,
    "maxItems": 4,
}
PLACE = mapping(
    {
        "document": STRING,
        "page": maybe(INTEGER),
        "clause": maybe(STRING),
        "paragraph": maybe(INTEGER),
        "path": maybe(STRING),
        "role": {"enum": [str(role) for role in Role]},
        "box": BOX,
        "before": STRING,
        "quote": STRING,
        "after": STRING,
    },
    says="Where the words stand, and the words around them: a line for each paragraph.",
)
DOCUMENT = mapping(
    {
        "path": STRING,
        "format": STRING,
        "sha256": STRING,
        "pages": maybe(INTEGER),
        "pages_basis": {"enum": ["counted", "declared", "none"]},
        "words": INTEGER,
        "language": STRING,
        "unreadable_pages": several(INTEGER),
        "gaps": several(mapping({"what": STRING, "reason": STRING, "advice": STRING})),
        "notes": several(STRING),
    }
)
UNREAD = mapping(
    {"path": STRING, "format": STRING, "reason": STRING, "advice": STRING}, says="A file that could not be read."
)
METRICS = mapping({name: maybe(NUMBER) for name in METRIC_KINDS}, optional=tuple(METRIC_KINDS))
CONFIDENCE: Schema = {"enum": [str(each) for each in Confidence]}
SOURCE = mapping(
    dict.fromkeys(("id", "title", "section", "says", "url", "kind"), STRING),
    optional=("section", "says", "url", "kind"),
)
RECOMMENDATIONS = several({"type": "integer", "minimum": 1, "maximum": 5})
SUPPRESSION = mapping(
    {"reason": STRING, "approved_by": STRING, "until": maybe(STRING), "place": STRING},
    says="Who accepted a finding, why, and until when.",
)
CONFIGURATION = mapping(
    {
        "files": several(STRING),
        "changes": several(mapping(dict.fromkeys(("rule", "what", "reason", "place"), STRING))),
    },
    says="The settings the tender was judged by, and what they change of the rules.",
)
BASELINE = mapping(
    {"file": STRING, "score": maybe(INTEGER)},
    says="The file of known findings it was held against, and the score then; null where the tender is not in it.",
)
FINDING = mapping(
    {
        "rule": STRING,
        "category": STRING,
        "severity": {"enum": [str(each) for each in Severity]},
        "confidence": CONFIDENCE,
        "basis": STRING,
        "title": STRING,
        "message": STRING,
        "why": STRING,
        "suggestion": STRING,
        "model_clause": STRING,
        "sources": several(SOURCE),
        "places": several(ref("place")),
        "related": several(ref("place")),
        "recommendations": RECOMMENDATIONS,
        "points": {"type": "integer", "minimum": 0},
        "score_if_fixed": maybe(INTEGER),
        "fingerprint": STRING,
        "status": {"enum": [OPEN, SUPPRESSED, KNOWN]},
        "suppression": maybe(SUPPRESSION),
    }
)
STRENGTH = mapping(
    {
        "rule": STRING,
        "title": STRING,
        "message": STRING,
        "places": several(ref("place")),
        "recommendations": RECOMMENDATIONS,
    }
)
BY_RECOMMENDATION = mapping(
    {
        "number": {"type": "integer", "minimum": 1, "maximum": 5},
        "title": STRING,
        "findings": several(STRING),
        "strengths": several(STRING),
    }
)
SCORE = mapping(
    {
        "value": HUNDRED,
        "low": HUNDRED,
        "high": HUNDRED,
        "open": {**HUNDRED, "description": "without what was accepted: the gate goes by it"},
        "grade": {"enum": ["A", "B", "C", "D", "E"]},
        "model": STRING,
        "by_category": {"type": "object", "additionalProperties": HUNDRED},
        "improvements": several(mapping({"rule": STRING, "title": STRING, "score": HUNDRED})),
        "ladder": several(mapping({"severity": {"enum": [str(each) for each in Severity]}, "score": HUNDRED})),
    }
)
ANSWER: Schema = {"enum": [str(each) for each in Answer]}
CITED: Schema = {"anyOf": [mapping({"says": STRING, "source": SOURCE}), {"type": "null"}]}
DEMAND = mapping(
    {
        **dict.fromkeys(("rule", "kind", "about"), STRING),
        "verdict": {"enum": [str(each) for each in Verdict]},
        **dict.fromkeys(("asks", "has", "remark"), STRING),
        "lot": maybe(STRING),
        "partners_may_meet_it": BOOLEAN,
        "share_below": CITED,
        "cost": CITED,
        "places": several(ref("place")),
    },
    says="One demand against one bidder; a cost stands here only where a source states one.",
)
ELIGIBILITY = mapping(
    {
        "profile": STRING,
        "title": STRING,
        "income": NUMBER,
        "can_bid": ANSWER,
        **dict.fromkeys(("blocked_by", "unsure", "to_qualify"), several(STRING)),
        "met": INTEGER,
        "with_partners": BOOLEAN,
        "lots": several(mapping({"lot": STRING, "can_bid": ANSWER})),
        "doubts": several(STRING),
        "demands": several(DEMAND),
    },
    says="Whether a bidder can bid by itself, and the ids of the rules on what stands in its way.",
)
EFFORT = mapping(
    {
        "documents": INTEGER,
        "pages": maybe(INTEGER),
        "words": INTEGER,
        "questions": maybe(INTEGER),
        "answer_words_max": maybe(INTEGER),
        "attachments": INTEGER,
        "reading_hours": NUMBER,
        "answer_hours": maybe(NUMBER),
        "other_hours": NUMBER,
        "hours": maybe(NUMBER),
        "cost": maybe(NUMBER),
        "currency": STRING,
        "annual_value": maybe(NUMBER),
        "share_of_year": maybe(NUMBER),
        "assumptions": mapping(dict.fromkeys(ASSUMPTIONS, NUMBER)),
        "basis": STRING,
    },
    says="What a bid costs; null could not be told. share_of_year is the cost over a year's value: 1 is the whole.",
)
UNDERSTOOD: dict[str, Schema] = {
    "documents": several(ref("document")),
    "unread": several(ref("unread")),
    "metrics": ref("metrics"),
    "facts": several(ref("fact")),
}
SETTING = dict.fromkeys(("jurisdiction", "regime", "authority_kind", "as_of", "as_of_basis"), STRING)


MENDING = mapping(
    {"wanted": HUNDRED, "score": HUNDRED, "mends": several(STRING), "settled": several(STRING)},
    says="Rules to mend so that the wanted score is reached, those that go with them, and the score after it.",
)


def fact() -> Schema:
    """A fact of any kind; each kind has the values that the model's table gives it."""
    common = {"places": several(ref("place")), "confidence": CONFIDENCE, "given": BOOLEAN, "derived": BOOLEAN}
    value: Schema = {"type": ["string", "number", "boolean", "array", "null"]}
    return {
        "description": "What the tender demands or states.",
        "anyOf": [
            mapping({"kind": {"const": kind.name}, **dict.fromkeys(kind.values, value), **common}, optional=kind.values)
            for kind in FACT_KINDS.values()
        ],
    }


def head(schema: str, tender: dict[str, Schema]) -> dict[str, Schema]:
    tool = mapping({"name": {"const": "procure-audit"}, "version": STRING})
    return {"schema": {"const": schema}, "tool": tool, "tender": mapping({"name": STRING, **tender})}


def report() -> Schema:
    return mapping(
        {
            **head("procure-audit/report/1", SETTING),
            "pack": STRING,
            "score": maybe(SCORE),
            **UNDERSTOOD,
            "strengths": several(STRENGTH),
            "findings": several(FINDING),
            "passed": several(STRING),
            "by_recommendation": several(BY_RECOMMENDATION),
            "not_assessed": several(mapping({"rule": STRING, "title": STRING, "reason": STRING})),
            "eligibility": several(ELIGIBILITY),
            "effort": maybe(EFFORT),
            "configuration": maybe(CONFIGURATION),
            "mending": maybe(MENDING),
            "notices": several(mapping(dict.fromkeys(("kind", "rule", "message", "place"), STRING))),
            "baseline": maybe(BASELINE),
        }
    )


def enveloped(name: str, title: str, one: Schema, envelope: str, key: str) -> Schema:
    """The schema of one thing as it is, or of several in an envelope."""
    parts = {"place": PLACE, "document": DOCUMENT, "unread": UNREAD, "metrics": METRICS, "fact": fact(), "one": one}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:procure-audit:{name}",
        "title": title,
        "$defs": parts,
        "if": {"properties": {"schema": {"const": envelope}}},
        "then": mapping({"schema": {"const": envelope}, key: several(ref("one"))}),
        "else": ref("one"),
    }


def comparison() -> Schema:
    """Two drafts of a tender, and what became of each barrier."""
    standing = mapping(
        {
            "tender": STRING,
            "score": maybe(HUNDRED),
            "model": STRING,
            "by_category": {"type": "object", "additionalProperties": HUNDRED},
            "partial": BOOLEAN,
        }
    )
    barrier = mapping(
        {
            **dict.fromkeys(("rule", "title", "category"), STRING),
            "severity": {"enum": [str(each) for each in Severity]},
            "message": STRING,
            "points": {"type": "integer", "minimum": 0},
            "open": BOOLEAN,
            "document": STRING,
            "page": maybe(INTEGER),
            "clause": maybe(STRING),
            "quote": STRING,
        }
    )
    tool = mapping({"name": {"const": "procure-audit"}, "version": STRING})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:procure-audit:comparison-1",
        "title": "What became of the barriers from one draft to the next",
        "$defs": {"standing": standing, "barrier": barrier},
        **mapping(
            {
                "schema": {"const": "procure-audit/comparison/1"},
                "tool": tool,
                "old": ref("standing"),
                "new": ref("standing"),
                "worse": BOOLEAN,
                **dict.fromkeys(("gone", "added", "still", "unknown"), several(ref("barrier"))),
                "changed": several(mapping({"old": ref("barrier"), "new": ref("barrier")})),
            }
        ),
    }


def schemas() -> dict[str, str]:
    """File name and text of each schema."""
    told = {
        "report-1": enveloped(
            "report-1", "The report of one tender, or of several", report(), "procure-audit/reports/1", "reports"
        ),
        "facts-1": enveloped(
            "facts-1",
            "What was understood of one tender, or of several",
            mapping({**head("procure-audit/facts/1", {}), **UNDERSTOOD}),
            "procure-audit/facts-list/1",
            "tenders",
        ),
        "comparison-1": comparison(),
    }
    return {f"{name}.schema.json": json.dumps(schema, indent=2) + "\n" for name, schema in told.items()}


if __name__ == "__main__":
    for file, text in schemas().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
