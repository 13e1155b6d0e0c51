"""Names for values that have no static type here."""

from typing import Any

type Json = Any
"""Any JSON value: events, payloads, answers of functions."""

type Untyped = Any
"""A value of moto's, whose type only its owner knows."""
