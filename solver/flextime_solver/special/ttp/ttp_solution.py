"""Solution of a travelling tournament: each team's opponent and venue by round."""

from typing import Annotated

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import MAX_ROUNDS, MAX_TEAMS, Record, int8, int64


class TtpSolution(Record):
    """A schedule, its cost, the staged move and the best schedule so far.

    Fields named `saved_...` hold the value of the field of the same name before the
    staged move. Numbers below 128 are stored in 8 bits, so that a solution fits the
    nearest cache.
    """

    teams: int
    rounds: int
    max_run: Annotated[Ints, int64(2)]
    """Most games in a row away (0) and at home (1)."""
    run_weight: Annotated[Ints, int64(2)]
    """Penalty of each game in a row beyond `max_run`, away and at home."""
    min_gap: int
    """Least number of rounds between the two games of a pair."""
    gap_weight: int
    """Penalty of each round missing between two games of a pair."""
    distance_m: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS)]
    """Metres between the homes of two teams."""
    opponent: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS)]
    """Opponent of (team, round)."""
    saved_opponent: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS)]
    home_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    """Home-away pattern: rounds in which each team is at home, as bits."""
    saved_home_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    location: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS + 2)]
    """Team at whose home each team is: at its own before the first round, then in each
    round, and at its own after the last one."""
    saved_location: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS + 2)]
    round_of: Annotated[Ints, int8(MAX_TEAMS, MAX_TEAMS)]
    """Round in which the first team hosts the second, before the staged move."""
    travel: Annotated[Ints, int64(MAX_TEAMS)]
    """Metres that each team travels."""
    violation: Annotated[Ints, int64(MAX_TEAMS)]
    """Twice the penalised hard violation of each team; that of a pair is shared by both
    teams, which count it once each."""
    saved_travel: Annotated[Ints, int64(MAX_TEAMS)]
    saved_violation: Annotated[Ints, int64(MAX_TEAMS)]
    total_travel: int
    """Sum of `travel`."""
    total_violation: int
    """Sum of `violation`, twice the hard violation."""
    changed_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    """Rounds of each team that the staged move changes, as bits."""
    touched_teams: Annotated[Ints, int64(MAX_TEAMS)]
    """Teams with changed rounds."""
    touched_team_count: int
    best_opponent: Annotated[Ints, int8(MAX_TEAMS, MAX_ROUNDS)]
    """`opponent` of the best schedule so far."""
    best_home_rounds: Annotated[Ints, int64(MAX_TEAMS)]
    """`home_rounds` of the best schedule so far."""
    best_travel: int
    best_violation: int
    improved: int
    """1 if the best schedule has changed since this was last cleared."""


def empty_ttp_solution() -> TtpSolution:
    """Return a solution without teams, rounds or games."""
    return TtpSolution.zeros()
