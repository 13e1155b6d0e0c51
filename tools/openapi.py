"""Writes docs/openapi.json: `make openapi`, or `python -m tools.openapi`."""

from pathlib import Path

from api.app import make_app
from api.openapi import openapi_text

TARGET = Path(__file__).parents[1] / "docs" / "openapi.json"

if __name__ == "__main__":
    TARGET.write_text(openapi_text(make_app()), "utf-8")
