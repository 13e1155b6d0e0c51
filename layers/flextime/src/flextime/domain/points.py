"""Points, the unit of the objective."""

MAX_WEIGHT = 1_000_000
"""Points; keeps every sum of penalties well inside 64 bits."""
MAX_LIMIT = 1_000_000_000
"""The largest number that a rule may name, to the same end."""
