"""Writes docs/openapi.json: `make openapi`, or `python -m tools.openapi`."""

from pathlib import Path

from api.app import make_app
from api.openapi import text_of

TARGET = Path(__file__).parents[1] / "docs" / "openapi.json"

if __name__ == "__main__":
    TARGET.write_text(text_of(make_app()), "utf-8")
