"""Whether a league is a double round robin without byes, and its games as fixtures."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from flextime_solver.instance.compiled_league import (
    LOCK,
    CompiledLeague,
    Ints,
    PairRule,
    SequenceRule,
)
from flextime_solver.instance.masks import SLOTS_PER_MASK
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.special.round_robin.fixtures import (
    LARGEST_COUNT,
    MAX_WINDOWS,
    Fixtures,
    empty_fixtures,
)
from flextime_solver.special.round_robin.score import score
from flextime_solver.special.round_robin.windows import find_games_that_count

_SEQUENCE_RULES = {
    SequenceRule.RUN,
    SequenceRule.BREAKS,
    SequenceRule.BREAKS_TOGETHER,
    SequenceRule.SIDE_WINDOW,
    SequenceRule.OPPONENT_WINDOW,
}
_PAIR_RULES = {PairRule.GAP, PairRule.SIDE_DIFFERENCE}
NEVER = 1 << 60
_LOW, _HIGH, _, _, _UNIT, _CONDITION = range(6)


def is_double_round_robin(league: CompiledLeague) -> bool:
    """Whether every pair meets at both venues, every team plays in every round.

    And nothing costs anything but rules that are counted by game, pattern or pair.
    """
    return (
        _is_full(league)
        and not (league.milli_points_per_m and league.has_distances)
        and not league.carry_over_counters
        and _is_free(league)
        and _counts_games(league)
        and _has_small_numbers(league)
        and _most_windows(league) <= MAX_WINDOWS
        and _sequence_codes(league) <= _SEQUENCE_RULES
        and _pair_codes(league) <= _PAIR_RULES
    )


def fixtures_of(league: CompiledLeague, games: Iterable[PlacedGame]) -> Fixtures | None:
    """The games as fixtures; None where one of them is missing or in a wrong part."""
    fixtures = empty_fixtures()
    teams, rounds = int(league.teams), int(league.rounds)
    fixtures.teams, fixtures.rounds = teams, rounds
    fixtures.rounds_per_phase = league.rounds_per_phase if league.phases else rounds
    played: set[tuple[int, int]] = set()
    busy: set[tuple[int, int]] = set()
    in_part: Counter[tuple[int, int, int]] = Counter()
    for home, away, round_ in games:
        fixtures.round_of[home, away] = round_
        fixtures.opponent[home, round_] = away
        fixtures.opponent[away, round_] = home
        fixtures.home[home] |= 1 << round_
        played.add((home, away))
        busy |= {(home, round_), (away, round_)}
        part = round_ // int(fixtures.rounds_per_phase)
        in_part[min(home, away), max(home, away), part] += 1
    is_whole = len(played) == teams * (teams - 1) and len(busy) == teams * rounds
    if not is_whole or (league.phases and max(in_part.values()) > 1):
        return None
    find_games_that_count(league, fixtures)
    fixtures.new_round[:] = fixtures.round_of
    fixtures.best[:] = NEVER
    score(league, fixtures)
    return fixtures


def games_of(league: CompiledLeague, round_of: Ints) -> list[PlacedGame]:
    """The games of an array by (home, away), in order of time."""
    teams = range(int(league.teams))
    games = [
        (home, away, int(round_of[home, away]))
        for home in teams
        for away in teams
        if home != away
    ]
    return sorted(games, key=lambda game: (game[2], game[0]))


def _is_full(league: CompiledLeague) -> bool:
    teams = int(league.teams)
    return bool(
        teams > 2
        and league.every_game_once
        and league.rounds == league.slots == league.games_per_team == 2 * (teams - 1)
        and league.rounds <= SLOTS_PER_MASK
        and league.phases in (0, 2)
    )


def _is_free(league: CompiledLeague) -> bool:
    locked = league.counter_total[: league.counters] == LOCK
    return not (locked.any() or league.slot_locked.any() or league.site_locked.any())


def _counts_games(league: CompiledLeague) -> bool:
    rows = league.counter_row[: league.counters]
    return bool((rows[:, _UNIT] == 1).all() and (rows[:, _CONDITION] < 0).all())


def _has_small_numbers(league: CompiledLeague) -> bool:
    """Whether counts fit into half words."""
    rows = league.counter_row[: league.counters]
    cells = league.teams * league.teams * league.slots
    entries = league.cell_entry[: league.cell_range[:cells].max()]
    games = int(league.teams) * int(league.rounds)
    return bool(
        (rows[:, _LOW] <= LARGEST_COUNT).all()
        and (rows[:, _HIGH] >= -LARGEST_COUNT).all()
        and int(np.abs(entries[:, 1]).max(initial=0)) * games <= LARGEST_COUNT
    )


def _sequence_codes(league: CompiledLeague) -> set[int]:
    starts = league.team_rule_start[: league.teams + 1]
    rules = [league.team_rule[start:end] for start, end in pairwise(starts)]
    numbers = np.unique(np.concatenate(rules))
    return {int(code) for code in league.sequence_rules[numbers, 0]}


def _most_windows(league: CompiledLeague) -> int:
    ends = league.team_rule_start[1 : league.teams + 1]
    return int((ends - league.opponent_rule_start[: league.teams]).max())


def _pair_codes(league: CompiledLeague) -> set[int]:
    return {int(code) for code in league.pair_rules[: league.pair_rule_count, 0]}
