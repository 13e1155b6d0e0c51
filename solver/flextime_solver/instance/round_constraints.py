"""What rules say of whole rounds, whatever the dates within them."""

import numpy as np

from flextime_solver.instance.compiled_league import HARD, CompiledLeague, PairRule
from flextime_solver.instance.counter_cells import counted_cells

Cell = tuple[int, int, int]
"""A possible game: (home, away, round)."""


def may_join(league: CompiledLeague, first: int, second: int) -> bool:
    """Whether some dates of two rounds make one trip that no hard rule forbids."""
    return any(
        league.slot_day[later] - league.slot_day[slot] <= league.stays_away_days
        and league.follow_hard[1, 1, slot, later] == 0
        for slot in _slots_of(league, first)
        for later in _slots_of(league, second)
    )


def _slots_of(league: CompiledLeague, round_: int) -> range:
    return range(int(league.round_slots[round_]), int(league.round_slots[round_ + 1]))


def too_close(league: CompiledLeague) -> list[range]:
    """Longest runs of rounds any two of which are too close for a hard rematch rule."""
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
    """Too close whatever the dates."""
    latest = int(league.slot_day[_slots_of(league, second)[-1]])
    days_apart = latest - int(league.slot_day[_slots_of(league, first)[0]])
    short_of = (second - first < games, days_apart < days)
    return any(short_of) if both else all(short_of)


def counters_by_round(league: CompiledLeague) -> dict[int, dict[Cell, int]]:
    """Counters that count a game alike in all slots of its round."""
    teams, slots = league.teams, league.slots
    cell, counter_of, step_of = counted_cells(league)
    round_ = league.slot_round[cell % slots]
    place = (cell // slots) * league.rounds + round_
    kinds, games = np.unique(
        np.stack([counter_of, place, step_of]), axis=1, return_counts=True
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
