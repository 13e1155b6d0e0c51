"""Writes docs/openapi.json: `make openapi`, or `python -m tools.openapi`."""

import json
from pathlib import Path

from api.app import make_app

TARGET = Path(__file__).parents[1] / "docs" / "openapi.json"


def text() -> str:
    return json.dumps(make_app().openapi(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
