"""A double round robin as small arrays: in which round each game is played."""

from typing import Protocol

from flextime_solver.instance.compiled_league import Ints
from flextime_solver.jit.records import (
    MAX_COUNTERS,
    MAX_ROUNDS,
    MAX_TEAM_VALUES,
    MAX_TEAMS,
    narrow,
    new_record,
    whole,
)

MAX_MOVED = MAX_TEAMS * MAX_ROUNDS
MAX_WINDOWS = 16
LONGEST_WINDOW = 8
"""Of those that are counted all at once; longer ones slide."""
LARGEST_COUNT = 1 << 30
COUNT, LOW, HIGH, WEIGHT, TOTAL, PENDING, TOUCHED = range(7)
"""Columns of `Fixtures.counter`."""


class Fixtures(Protocol):
    """Rounds of all games, what they cost, and the move that is thought of.

    Attributes
    ----------
    teams, rounds, rounds_per_phase
        The last is all rounds where the season is not in parts.
    round_of
        The round in which the first team hosts the second.
    opponent
        Of each (team, round).
    home
        Of each team the rounds in which it is at home, as bits.
    counter
        Row: count, limits, weight, HARD or SOFT of each counter; what the move adds,
        and whether it has been noted in `touched_counters`.
    team_cost, team_value
        Of each team: hard and soft of what its pattern alone decides; what it adds to
        counters that add up teams.
    met, window_cost
        Of each team and each of its rules on windows of games against some opponents:
        the rounds of such games, as bits, and what they cost.
    met_by
        Of (team, away, opponent) which of the team's rules on windows count the game,
        as bits.
    at_least
        Scratch: windows with so many rounds of a set, as bits.
    lead
        Of each team its home games up to each round.
    pair_cost, team_pair_cost
        Hard and soft of comparing two teams' seasons; of a team with all others.
    total
        Hard and soft of all.
    moved, moved_count
        Games of the move: home, away, round before, round after.
    new_round
        As `round_of`, after the move.
    new_home, has_moved, moved_teams, moved_team_count
        As `home` after the move, and the teams whose pattern it changes.
    new_cost, new_value, new_lead, new_pair_cost
        As their namesakes, after the move, of teams whose pattern it changes.
    new_met, new_window_cost, is_touched, touched_windows, touched_window_count
        As their namesakes, after the move, and which of them its games count in.
    change
        Hard and soft that the move adds.
    touched_counters, touched_count
        Counters of its games.
    best_round_of, best, improved
        The best so far, its hard and soft, and whether it is new since somebody looked.
    """

    teams: int
    rounds: int
    rounds_per_phase: int
    round_of: Ints
    opponent: Ints
    home: Ints
    counter: Ints
    team_cost: Ints
    team_value: Ints
    met: Ints
    window_cost: Ints
    met_by: Ints
    at_least: Ints
    lead: Ints
    pair_cost: Ints
    team_pair_cost: Ints
    total: Ints
    moved: Ints
    moved_count: int
    new_round: Ints
    new_home: Ints
    has_moved: Ints
    moved_teams: Ints
    moved_team_count: int
    new_cost: Ints
    new_value: Ints
    new_lead: Ints
    new_pair_cost: Ints
    new_met: Ints
    new_window_cost: Ints
    is_touched: Ints
    touched_windows: Ints
    touched_window_count: int
    change: Ints
    touched_counters: Ints
    touched_count: int
    best_round_of: Ints
    best: Ints
    improved: int


FIXTURES_FIELDS = [
    whole("teams"),
    whole("rounds"),
    whole("rounds_per_phase"),
    narrow("round_of", MAX_TEAMS, MAX_TEAMS),
    narrow("opponent", MAX_TEAMS, MAX_ROUNDS),
    whole("home", MAX_TEAMS),
    narrow("counter", MAX_COUNTERS, 8),
    whole("team_cost", MAX_TEAMS, 2),
    whole("team_value", MAX_TEAMS, MAX_TEAM_VALUES),
    whole("met", MAX_TEAMS, MAX_WINDOWS),
    whole("window_cost", MAX_TEAMS, MAX_WINDOWS),
    narrow("met_by", MAX_TEAMS, 2, MAX_TEAMS),
    whole("at_least", LONGEST_WINDOW + 1),
    whole("lead", MAX_TEAMS, MAX_ROUNDS),
    whole("pair_cost", MAX_TEAMS, MAX_TEAMS, 2),
    whole("team_pair_cost", MAX_TEAMS, 2),
    whole("total", 2),
    narrow("moved", MAX_MOVED, 4),
    whole("moved_count"),
    narrow("new_round", MAX_TEAMS, MAX_TEAMS),
    whole("new_home", MAX_TEAMS),
    whole("has_moved", MAX_TEAMS),
    whole("moved_teams", MAX_TEAMS),
    whole("moved_team_count"),
    whole("new_cost", MAX_TEAMS, 2),
    whole("new_value", MAX_TEAMS, MAX_TEAM_VALUES),
    whole("new_lead", MAX_TEAMS, MAX_ROUNDS),
    whole("new_pair_cost", MAX_TEAMS, MAX_TEAMS, 2),
    whole("new_met", MAX_TEAMS, MAX_WINDOWS),
    whole("new_window_cost", MAX_TEAMS, MAX_WINDOWS),
    narrow("is_touched", MAX_TEAMS, MAX_WINDOWS),
    narrow("touched_windows", MAX_TEAMS * MAX_WINDOWS),
    whole("touched_window_count"),
    whole("change", 2),
    narrow("touched_counters", MAX_COUNTERS),
    whole("touched_count"),
    narrow("best_round_of", MAX_TEAMS, MAX_TEAMS),
    whole("best", 2),
    whole("improved"),
]


def empty_fixtures() -> Fixtures:
    fixtures: Fixtures = new_record(FIXTURES_FIELDS)
    return fixtures
