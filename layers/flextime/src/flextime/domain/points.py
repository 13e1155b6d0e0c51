"""Points, the unit of the objective."""

MAX_WEIGHT = 1_000_000
"""Points; keeps every sum of penalties well inside 64 bits."""
