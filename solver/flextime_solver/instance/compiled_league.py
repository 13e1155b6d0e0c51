"""A league as arrays: the one form that scorer, search and MIP models read."""

from enum import IntEnum
from typing import Protocol

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
    narrow,
    whole,
)

Ints = NDArray[np.int64]

NO_LIMIT = 1 << 40
"""Upper limit of a counter that has none."""
NO_OPPONENT = -1
"""Opponent of a team that does not play."""

HARD, SOFT, TRAVEL, LOCK = 0, 1, 2, 3
"""Columns of a solution's total; locks are hard, but no part of the score."""


class SequenceRule(IntEnum):
    """What a rule over one team's games, in order of time, looks at."""

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
    """What a rule over the games of two teams against each other looks at."""

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
"""Sequence rules that mind who the opponents are, not only sides and dates."""

BREAK_RULES = (SequenceRule.BREAKS, SequenceRule.BREAKS_TOGETHER)
"""Sequence rules that count breaks; a pattern of sides by slot is all they need."""

SEASON_PAIR_RULES = (PairRule.SIDE_DIFFERENCE, PairRule.BREAK_DIFFERENCE)
"""Pair rules that compare two teams' seasons, whether they meet or not."""


class CompiledLeague(Protocol):
    """Teams, rounds, slots and stops are numbered from 0 in the league's order.

    Arrays are larger than the league; `teams`, `rounds`, `slots`, `counters` say how
    much of them is used. A cell is a possible game
    ``(home * teams + away) * slots + slot``.

    Attributes
    ----------
    slot_day, slot_weekday, slot_round
        Of each slot; days are counted from the first of the season.
    round_slots
        First slot of each round, and the number of slots at the end.
    distance_m
        Metres between stops: the teams' homes, then venues that locked games name.
    travels
        Whether a team leaves home for a stop.
    special_stop
        Of a locked game at (team, round): its stop where it is not the host's, or -1.
    stays_away_days
        Two away games in a row are one trip when at most so many days apart.
    milli_points_per_m
        What a metre costs, in thousandths of a point.
    pair_min, pair_max, pair_max_at_one
        Meetings of two teams, and of them at one of the two.
    every_game_once
        Whether each team hosts each other one exactly once: who has taken over a game
        must pass the same one on.
    base_weight
        What a deviation from the format weighs: 1, like the base rules.
    games_per_team, phases, rounds_per_phase
        Of the format; `phases` is 0 where the season is not in parts.
    counter_low, counter_high, counter_weight, counter_total
        Rules that count games; the last is HARD, SOFT or LOCK.
    conditions
        Row: two counters. If the first is above 0, so is the second, or (third
        number) it must not be.
    carry_over_counters, carry_over_counter
        Counters of the season's carry-over effects value.
    counter_row
        The four of each counter side by side, since compiled code reads them
        together; how much outside the limits is a unit; its condition, or -1.
    cell_range, cell_entry
        Of each cell where its counters begin and end in the second; rows there are a
        counter, and what a game adds to it. Cells that are alike share them.
    sequence_rules
        Row: code, HARD or SOFT, weight, seven numbers of the rule.
    team_rule_start, team_rule, opponent_rule_start
        Rows of `sequence_rules` that hold for each team; from the last on those of
        `OPPONENT_RULES`.
    breaks_only
        Whether breaks are all that a team's games in order of time are looked at for.
    pair_rules, comparison_start
        Row: code, HARD or SOFT, weight, seven numbers of the rule; from the second on
        those of `SEASON_PAIR_RULES`.
    measures_travel
        Whether any two stops are apart.
    counts_games_between
        Whether a rule counts the games between two meetings, so minds `Solution.place`.
    team_values, value_counter
        Values that each team has for itself, and the counters that add them up.
    compares_seasons
        Whether a pair rule compares two teams that need not meet.
    follow_hard
        For a team's two games in a row on (side, side, slot, slot), 1 is away: what
        hard rules charge whoever the opponents are. It guides the choice of dates.
    slot_locked, site_locked
        Cells (team, round) whose game keeps its slot, or also who is at home.
    """

    teams: int
    rounds: int
    slots: int
    counters: int
    pair_rule_count: int
    comparison_start: int
    compares_seasons: int
    measures_travel: int
    counts_games_between: int
    every_game_once: int
    team_values: int
    slot_day: Ints
    slot_weekday: Ints
    slot_round: Ints
    round_slots: Ints
    distance_m: Ints
    travels: Ints
    special_stop: Ints
    stays_away_days: int
    milli_points_per_m: int
    pair_min: Ints
    pair_max: Ints
    pair_max_at_one: Ints
    base_weight: int
    games_per_team: int
    phases: int
    rounds_per_phase: int
    counter_low: Ints
    counter_high: Ints
    counter_weight: Ints
    counter_total: Ints
    conditions: Ints
    carry_over_counters: int
    carry_over_counter: Ints
    counter_row: Ints
    cell_range: Ints
    cell_entry: Ints
    sequence_rules: Ints
    team_rule_start: Ints
    team_rule: Ints
    opponent_rule_start: Ints
    breaks_only: Ints
    pair_rules: Ints
    value_counter: Ints
    follow_hard: Ints
    slot_locked: Ints
    site_locked: Ints


MAX_STOPS = 2 * MAX_TEAMS
COUNTER_ROW = 6
SEQUENCE_ROW = 10
PAIR_ROW = 10

LEAGUE_FIELDS = [
    whole("teams"),
    whole("rounds"),
    whole("slots"),
    whole("counters"),
    whole("pair_rule_count"),
    whole("comparison_start"),
    whole("compares_seasons"),
    whole("measures_travel"),
    whole("counts_games_between"),
    whole("every_game_once"),
    whole("team_values"),
    whole("slot_day", MAX_SLOTS),
    whole("slot_weekday", MAX_SLOTS),
    whole("slot_round", MAX_SLOTS),
    whole("round_slots", MAX_ROUNDS + 1),
    whole("distance_m", MAX_STOPS, MAX_STOPS),
    whole("travels", MAX_TEAMS, MAX_STOPS),
    narrow("special_stop", MAX_TEAMS, MAX_ROUNDS),
    whole("stays_away_days"),
    whole("milli_points_per_m"),
    whole("pair_min", MAX_TEAMS, MAX_TEAMS),
    whole("pair_max", MAX_TEAMS, MAX_TEAMS),
    whole("pair_max_at_one", MAX_TEAMS, MAX_TEAMS),
    whole("base_weight"),
    whole("games_per_team"),
    whole("phases"),
    whole("rounds_per_phase"),
    whole("counter_low", MAX_COUNTERS),
    whole("counter_high", MAX_COUNTERS),
    whole("counter_weight", MAX_COUNTERS),
    whole("counter_total", MAX_COUNTERS),
    whole("conditions", MAX_RULES, 3),
    whole("carry_over_counters"),
    whole("carry_over_counter", MAX_TEAM_VALUES),
    whole("counter_row", MAX_COUNTERS, COUNTER_ROW),
    narrow("cell_range", MAX_TEAMS * MAX_TEAMS * MAX_SLOTS, 2),
    narrow("cell_entry", MAX_CELL_ENTRIES, 2),
    whole("sequence_rules", MAX_RULES, SEQUENCE_ROW),
    whole("team_rule_start", MAX_TEAMS + 1),
    whole("team_rule", MAX_RULES * MAX_TEAMS),
    whole("opponent_rule_start", MAX_TEAMS),
    whole("breaks_only", MAX_TEAMS),
    whole("pair_rules", MAX_RULES, PAIR_ROW),
    whole("value_counter", MAX_TEAM_VALUES),
    narrow("follow_hard", 2, 2, MAX_SLOTS, MAX_SLOTS),
    narrow("slot_locked", MAX_TEAMS, MAX_ROUNDS),
    whole("site_locked", MAX_TEAMS, MAX_ROUNDS),
]
