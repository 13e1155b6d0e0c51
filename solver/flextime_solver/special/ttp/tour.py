"""A double round robin as small arrays: what each team plays, round by round."""

from typing import Annotated

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import MAX_ROUNDS, MAX_TEAMS, Record, int8, int64


class Tour(Record):
    """Who plays whom and where in each round, and what that costs.

    Numbers below 100 are stored in 8 bits, so that a tour fits the nearest cache.
    """

    teams: int
    rounds: int
    longest: Annotated[Ints, int64(2)]
    """Most games in a row that a team may play away (0) and at home (1)."""
    run_weight: Annotated[Ints, int64(2)]
    """Cost of each game in a row beyond `longest`, away and at home."""
    min_gap: int
    """Least rounds between the two meetings of a pair."""
    gap_weight: int
    """Cost of each round missing between two meetings."""
    metres: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS)]
    """Metres between the homes of two teams."""
    opponent: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS)]
    """Opponent of (team, round)."""
    saved_opponent: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS)]
    """`opponent` before the present move."""
    home_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    """Rounds in which each team is at home, as bits."""
    saved_home_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    """`home_rounds` before the present move."""
    stop: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS + 2)]
    """Team at whose home each team is: at its own before the first round, then in each
    round, and at its own after the last."""
    saved_stop: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS + 2)]
    """`stop` before the present move."""
    met_in: Annotated[Ints, int8(MAX_TEAMS, MAX_TEAMS)]
    """Round in which the first team hosts the second, as of the last commit."""
    travel: Annotated[Ints, int64(MAX_TEAMS)]
    """Metres that each team travels."""
    broken: Annotated[Ints, int64(MAX_TEAMS)]
    """Twice the hard deviations of each team; those of a pair count once for both."""
    saved_travel: Annotated[Ints, int64(MAX_TEAMS)]
    """`travel` before the present move."""
    saved_broken: Annotated[Ints, int64(MAX_TEAMS)]
    """`broken` before the present move."""
    total_travel: int
    """Sum of `travel`."""
    total_broken: int
    """Sum of `broken`."""
    changed: Annotated[Ints, int64(MAX_TEAMS)]
    """Rounds of each team that the present move changes, as bits."""
    touched_teams: Annotated[Ints, int64(MAX_TEAMS)]
    """Teams with such rounds."""
    touched_count: int
    best_opponent: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS)]
    """`opponent` of the best tour so far."""
    best_home_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    """`home_rounds` of the best tour so far."""
    best_travel: int
    best_broken: int
    improved: int
    """1 if the best tour has changed since this was last cleared."""


def empty_tour() -> Tour:
    """Return a tour without teams, rounds or games."""
    return Tour.zeros()
