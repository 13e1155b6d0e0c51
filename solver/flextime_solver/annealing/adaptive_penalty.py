"""What a unit of hard deviation costs: so much that some solutions are feasible.

It rises while no solution is feasible and falls while most are, the strategic oscillation
of Anagnostopoulos, Michel, Van Hentenryck and Vergados (2006),
doi 10.1007/s10951-006-7187-8.
"""

_RISE, _FALL = 1.02, 1.02
_MIN_HEATS, _MIN_SCALES = 2.0, 0.5
"""A unit of hard deviation costs so many temperatures, and so many of the league's
scales, at least."""
_RANGE = 80.0
"""And so many times that at most."""
_FIRST_SCALES = 2.0


def first_price(scale: float) -> float:
    """Where nothing is known yet, in the unit of the league's scale."""
    return _FIRST_SCALES * scale


def next_price(
    price: float, feasible: int, moves: int, temperature: float, scale: float
) -> float:
    """After `moves` moves, of whose solutions so many were feasible."""
    if feasible == 0:
        price *= _RISE
    elif 2 * feasible > moves:
        price /= _FALL
    least = max(_MIN_HEATS * temperature, _MIN_SCALES * scale)
    return min(max(price, least), _RANGE * least)
