"""Every league that the domain accepts fits into the solver's records."""

from flextime.domain.leagues import limits
from flextime_solver.jit import records


def test_the_solvers_records_hold_the_largest_league() -> None:
    assert records.MAX_TEAMS >= limits.MAX_TEAMS
    assert records.MAX_ROUNDS >= limits.MAX_ROUNDS
    assert records.MAX_SLOTS >= limits.MAX_SLOTS
    assert records.MAX_RULES >= limits.MAX_CONSTRAINTS
