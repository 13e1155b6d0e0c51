"""Limits of the numbers in a league, so that sums of penalties stay within 64 bits."""

MAX_WEIGHT = 1_000_000
"""Largest weight of a constraint, in points for each unit of deviation."""
MAX_LIMIT = 1_000_000_000
"""Largest absolute value of any number in a constraint."""
