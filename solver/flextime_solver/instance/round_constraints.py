"""Constraints on whole rounds that hold whatever the dates within the rounds."""

import numpy as np

from flextime_solver.instance.cell_entries import unpack_cell_entries
from flextime_solver.instance.compiled_league import HARD, CompiledLeague, PairRule

Cell = tuple[int, int, int]
"""A possible game: (home, away, round)."""


def can_form_trip(league: CompiledLeague, first: int, second: int) -> bool:
    """Return whether two successive away games in these rounds can form one trip.

    They can if some of their dates are close enough and no hard rule forbids them.
    """
    return any(
        league.slot_day[later] - league.slot_day[slot] <= league.trip_gap_days
        and league.succession_cost[1, 1, slot, later] == 0
        for slot in _slots_of(league, first)
        for later in _slots_of(league, second)
    )


def _slots_of(league: CompiledLeague, round_: int) -> range:
    return range(int(league.round_slots[round_]), int(league.round_slots[round_ + 1]))


def rematch_windows(league: CompiledLeague) -> list[range]:
    """Return the maximal runs of rounds in which no pair may meet twice.

    Any two rounds of a run are too close for a hard rematch rule.
    """
    windows = set()
    for code, total, _, few_games, few_days, both in league.pair_rules[
        : league.pair_rule_count, :6
    ].tolist():
        if code != PairRule.SEPARATION or total != HARD:
            continue
        for first in range(league.rounds):
            end = first + 1
            while end < league.rounds and _too_close(
                league, first, end, few_games, few_days, both
            ):
                end += 1
            if end - first > 1:
                windows.add((first, end))
    return [range(first, end) for first, end in sorted(windows)]


def _too_close(
    league: CompiledLeague, first: int, second: int, games: int, days: int, both: int
) -> bool:
    """Return whether two meetings in the rounds are too close whatever their dates."""
    latest = int(league.slot_day[_slots_of(league, second)[-1]])
    days_apart = latest - int(league.slot_day[_slots_of(league, first)[0]])
    too_few = (second - first < games, days_apart < days)
    return any(too_few) if both else all(too_few)


def counters_by_round(league: CompiledLeague) -> dict[int, dict[Cell, int]]:
    """Return the counters that count each game alike in all slots of its round.

    The result has, for each such counter, what a game in a cell adds to it.
    """
    teams, slots = league.teams, league.slots
    cell, counter_of, step_of = unpack_cell_entries(league)
    round_ = league.slot_round[cell % slots]
    pair_in_round = (cell // slots) * league.rounds + round_
    kinds, games = np.unique(
        np.stack([counter_of, pair_in_round, step_of]), axis=1, return_counts=True
    )
    sizes = np.diff(league.round_slots[: league.rounds + 1])
    found: dict[int, dict[Cell, int]] = {}
    partial = set()
    for (counter, where, step), count in zip(kinds.T.tolist(), games, strict=True):
        pair, in_round = divmod(where, league.rounds)
        found.setdefault(counter, {})[*divmod(pair, teams), in_round] = step
        if count != sizes[in_round]:
            partial.add(counter)
    return {number: steps for number, steps in found.items() if number not in partial}
