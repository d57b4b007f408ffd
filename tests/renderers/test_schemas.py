"""The schemas agree with the model that they describe."""

from __future__ import annotations

import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from procure_audit.data import package_file

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_schemas  # noqa: E402


def test_the_schemas_are_up_to_date() -> None:
    for name, text in make_schemas.schemas().items():
        assert package_file("schemas", name).read_text(encoding="utf-8") == text, "run tools/make_schemas.py"


def test_the_schemas_are_schemas() -> None:
    import json

    for text in make_schemas.schemas().values():
        Draft202012Validator.check_schema(json.loads(text))
