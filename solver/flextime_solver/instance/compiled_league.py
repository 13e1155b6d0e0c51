"""A league as arrays, the form that evaluation, search and MIP models read."""

from enum import IntEnum
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from flextime_solver.jit.records import (
    MAX_CELL_ENTRIES,
    MAX_COUNTERS,
    MAX_ROUNDS,
    MAX_RULES,
    MAX_SLOTS,
    MAX_TEAM_VALUES,
    MAX_TEAMS,
    Record,
    int32,
    int64,
)

Ints = NDArray[np.int64]
"""An array of integers; in records some are stored with fewer bits."""

NO_LIMIT = 1 << 40
"""Upper limit of a counter that has none."""
NO_OPPONENT = -1
"""Opponent of a team that has no game in a round."""

HARD, SOFT, TRAVEL, LOCK = 0, 1, 2, 3
"""Columns of a solution's total; locks are hard, but not part of its score."""


class SequenceRule(IntEnum):
    """Kinds of rules over one team's games in order of time."""

    RUN = 0
    REST = 1
    WEEKDAYS = 2
    ROAD_DAY = 3
    EDGE = 4
    WINDOW = 5
    BREAKS = 6
    BREAKS_TOGETHER = 7
    BALANCE = 8
    ROAD_TRIPS = 9
    TRIP_OPPONENTS = 10
    OPPONENT_WINDOW = 11
    TRAVEL_TOGETHER = 12
    TRAVEL_PARTNERS = 13
    SIDE_WINDOW = 14


class PairRule(IntEnum):
    """Kinds of rules over two teams, for their meetings or comparing their seasons."""

    SEPARATION = 0
    GAP = 1
    ALTERNATE = 2
    SIDE_DIFFERENCE = 3
    BREAK_DIFFERENCE = 4


OPPONENT_RULES = (
    SequenceRule.ROAD_DAY,
    SequenceRule.TRIP_OPPONENTS,
    SequenceRule.OPPONENT_WINDOW,
    SequenceRule.TRAVEL_TOGETHER,
    SequenceRule.TRAVEL_PARTNERS,
)
"""Sequence rules that read the opponents, not only sides and dates."""

BREAK_RULES = (SequenceRule.BREAKS, SequenceRule.BREAKS_TOGETHER)
"""Sequence rules that count breaks, and read a team's home-away pattern alone."""

SEASON_PAIR_RULES = (PairRule.SIDE_DIFFERENCE, PairRule.BREAK_DIFFERENCE)
"""Pair rules that compare two seasons, whether the teams meet or not."""


MAX_STOPS = 2 * MAX_TEAMS
"""Homes of the teams, and as many other venues."""
COUNTER_ROW = 6
SEQUENCE_ROW = 10
PAIR_ROW = 10
"""Columns of `CompiledLeague.counter_row`, `sequence_rules` and `pair_rules`."""


class CompiledLeague(Record):
    """A league as arrays.

    Teams, rounds, slots and stops are numbered from 0 in the order of the league.
    Arrays are larger than the league; `teams`, `rounds`, `slots` and `counters` give
    the part in use. A cell is a possible game, numbered
    ``(home * teams + away) * slots + slot``.
    """

    teams: int
    """Number of teams, at most `MAX_TEAMS`."""
    rounds: int
    """Number of rounds, at most `MAX_ROUNDS`."""
    slots: int
    """Number of slots, at most `MAX_SLOTS`."""
    counters: int
    """Number of counters, at most `MAX_COUNTERS`."""
    pair_rule_count: int
    """Used rows of `pair_rules`."""
    comparison_start: int
    """First row of `pair_rules` that compares two seasons (`SEASON_PAIR_RULES`)."""
    compares_seasons: int
    """1 if a pair rule compares two teams that need not meet."""
    has_distances: int
    """1 if any two stops are apart."""
    counts_games_between: int
    """1 if a rule counts the games between two meetings (`Solution.games_before`)."""
    every_game_once: int
    """1 if each team hosts every other team exactly once, so that a team that takes
    over a game must pass the same game on."""
    team_values: int
    """Values that each team has for itself: the length of `value_counter`."""
    slot_day: Annotated[Ints, int64(MAX_SLOTS)]
    """Day of each slot, counted from the first day of the season."""
    slot_weekday: Annotated[Ints, int64(MAX_SLOTS)]
    """Day of the week of each slot, Monday is 0."""
    slot_round: Annotated[Ints, int64(MAX_SLOTS)]
    """Round of each slot."""
    round_slots: Annotated[Ints, int64(MAX_ROUNDS + 1)]
    """First slot of each round, and the number of slots at the end."""
    distance_m: Annotated[Ints, int64(MAX_STOPS, MAX_STOPS)]
    """Metres between stops: homes of the teams, then venues that locked games name."""
    travels: Annotated[Ints, int64(MAX_TEAMS, MAX_STOPS)]
    """1 where (team, stop) is away from the team's home."""
    special_stop: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """Stop of a locked game of (team, round) that is not the host's home, or -1."""
    trip_gap_days: int
    """Most days between two away games in a row of one trip."""
    milli_points_per_m: int
    """Cost of travel, in thousandths of a point per metre."""
    pair_min: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS)]
    """Least meetings of two teams."""
    pair_max: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS)]
    """Most meetings of two teams."""
    pair_max_at_one: Annotated[Ints, int64(MAX_TEAMS, MAX_TEAMS)]
    """Most meetings of two teams at the same one of the two."""
    base_weight: int
    """Cost of one unit of deviation from the format: 1, like the base rules."""
    games_per_team: int
    """Games that the format gives each team."""
    phases: int
    """Parts of the season in which all pairs meet once; 0 if it has no parts."""
    rounds_per_phase: int
    """Rounds of each phase; all rounds if there are no phases."""
    counter_low: Annotated[Ints, int64(MAX_COUNTERS)]
    """Lower limit of each counter."""
    counter_high: Annotated[Ints, int64(MAX_COUNTERS)]
    """Upper limit of each counter, or `NO_LIMIT`."""
    counter_weight: Annotated[Ints, int64(MAX_COUNTERS)]
    """Cost of one unit outside the limits of each counter, in points."""
    counter_total: Annotated[Ints, int64(MAX_COUNTERS)]
    """Total that each counter's cost belongs to: `HARD`, `SOFT` or `LOCK`."""
    conditions: Annotated[Ints, int64(MAX_RULES, 3)]
    """Rows (counter a, counter b, forbids): if a > 0, then b > 0 must hold, or b = 0
    where `forbids` is 1."""
    carry_over_counters: int
    """Used length of `carry_over_counter`."""
    carry_over_counter: Annotated[Ints, int64(MAX_TEAM_VALUES)]
    """Counters of the carry-over effects value of the season."""
    counter_row: Annotated[Ints, int64(MAX_COUNTERS, COUNTER_ROW)]
    """Rows (low, high, weight, total, unit, condition), side by side because compiled
    code reads them together; `unit` is the deviation that costs the weight once,
    `condition` a row of `conditions` or -1."""
    cell_range: Annotated[Ints, int32(MAX_TEAMS * MAX_TEAMS * MAX_SLOTS, 2)]
    """Begin and end of each cell's entries in `cell_entry`; equal cells share them."""
    cell_entry: Annotated[Ints, int32(MAX_CELL_ENTRIES, 2)]
    """Rows (counter, increment): what a game in the cell adds to the counter."""
    sequence_rules: Annotated[Ints, int64(MAX_RULES, SEQUENCE_ROW)]
    """Rows (`SequenceRule`, HARD or SOFT, weight, seven parameters)."""
    team_rule_start: Annotated[Ints, int64(MAX_TEAMS + 1)]
    """First index in `team_rule` of each team, and the length in use at the end."""
    team_rule: Annotated[Ints, int64(MAX_RULES * MAX_TEAMS)]
    """Rows of `sequence_rules` that apply to each team."""
    opponent_rule_start: Annotated[Ints, int64(MAX_TEAMS)]
    """First index in `team_rule` of each team's `OPPONENT_RULES`, which come last."""
    breaks_only: Annotated[Ints, int64(MAX_TEAMS)]
    """1 for a team whose sequence of games is read by nothing but `BREAK_RULES`."""
    pair_rules: Annotated[Ints, int64(MAX_RULES, PAIR_ROW)]
    """Rows (`PairRule`, HARD or SOFT, weight, seven parameters)."""
    value_counter: Annotated[Ints, int64(MAX_TEAM_VALUES)]
    """Counter that adds up each of the values that teams have for themselves."""
    succession_cost: Annotated[Ints, int32(2, 2, MAX_SLOTS, MAX_SLOTS)]
    """Hard deviations of two successive games on (side, side, slot, slot), whoever the
    opponents are; side 1 is away. It guides the choice of dates."""
    slot_locked: Annotated[Ints, int32(MAX_TEAMS, MAX_ROUNDS)]
    """1 where the game of (team, round) must keep its slot."""
    site_locked: Annotated[Ints, int64(MAX_TEAMS, MAX_ROUNDS)]
    """1 where the game of (team, round) must also keep its home team."""
