"""A double round robin as small arrays: what each team plays, round by round."""

from typing import Protocol

import numpy as np

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import (
    MAX_ROUNDS,
    MAX_TEAMS,
    Field,
    new_record,
    whole,
)


class Tour(Protocol):
    """Who plays whom and where in each round, and what that costs.

    Attributes
    ----------
    longest
        Games in a row that a team may play away (0) and at home (1).
    run_weight
        What a game more in a row costs, away and at home.
    min_gap, gap_weight
        Rounds between the two meetings of a pair, and what each one missing costs.
    metres
        Between homes.
    opponent, saved_opponent
        Of each (team, round), and as it was before the present move.
    home_rounds, saved_home_rounds
        Of each team, the rounds that it plays at home as a set of bits.
    stop, saved_stop
        Where each team is after so many rounds: at home before the first one, and
        again after the last.
    met_in
        The round in which the first team hosts the second, as of the last commit.
    travel, broken, saved_travel, saved_broken
        Of each team: metres, and twice its hard deviations (a pair counts at both).
    total_travel, total_broken
        Of all teams.
    changed
        Of each team, the rounds that the present move changes as a set of bits.
    touched_teams, touched_count
        Teams with such rounds.
    best_opponent, best_home_rounds, best_travel, best_broken, improved
        The best so far, and whether it is new since somebody looked.
    """

    teams: int
    rounds: int
    longest: Ints
    run_weight: Ints
    min_gap: int
    gap_weight: int
    metres: Ints
    opponent: Ints
    saved_opponent: Ints
    home_rounds: Ints
    saved_home_rounds: Ints
    stop: Ints
    saved_stop: Ints
    met_in: Ints
    travel: Ints
    broken: Ints
    saved_travel: Ints
    saved_broken: Ints
    total_travel: int
    total_broken: int
    changed: Ints
    touched_teams: Ints
    touched_count: int
    best_opponent: Ints
    best_home_rounds: Ints
    best_travel: int
    best_broken: int
    improved: int


def _tiny(name: str, columns: int = MAX_ROUNDS) -> Field:
    """Numbers below 100 in a row for each team: a tour fits into the nearest cache."""
    return name, np.int8, (MAX_TEAMS, columns)


TOUR_FIELDS = [
    whole("teams"),
    whole("rounds"),
    whole("longest", 2),
    whole("run_weight", 2),
    whole("min_gap"),
    whole("gap_weight"),
    whole("metres", MAX_TEAMS, MAX_TEAMS),
    _tiny("opponent"),
    _tiny("saved_opponent"),
    whole("home_rounds", MAX_TEAMS),
    whole("saved_home_rounds", MAX_TEAMS),
    _tiny("stop", MAX_ROUNDS + 2),
    _tiny("saved_stop", MAX_ROUNDS + 2),
    _tiny("met_in", MAX_TEAMS),
    whole("travel", MAX_TEAMS),
    whole("broken", MAX_TEAMS),
    whole("saved_travel", MAX_TEAMS),
    whole("saved_broken", MAX_TEAMS),
    whole("total_travel"),
    whole("total_broken"),
    whole("changed", MAX_TEAMS),
    whole("touched_teams", MAX_TEAMS),
    whole("touched_count"),
    _tiny("best_opponent"),
    whole("best_home_rounds", MAX_TEAMS),
    whole("best_travel"),
    whole("best_broken"),
    whole("improved"),
]


def empty_tour() -> Tour:
    tour: Tour = new_record(TOUR_FIELDS)
    return tour
