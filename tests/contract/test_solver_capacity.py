"""Every league that the domain accepts fits into the solver's records."""

from flextime.domain import limits
from flextime_solver import records


def test_the_solver_has_room_for_the_largest_league() -> None:
    assert records.MOST_TEAMS >= limits.MAX_TEAMS
    assert records.MOST_ROUNDS >= limits.MAX_ROUNDS
    assert records.MOST_SLOTS >= limits.MAX_SLOTS
    assert records.MOST_RULES >= limits.MAX_CONSTRAINTS
