"""Collects what the rules of a league contribute, and packs it into arrays."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from flextime.domain.constraints import Rule
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.season import Slot, Weekday
from flextime_solver.instance.compiled_league import (
    HARD,
    LOCK,
    NO_LIMIT,
    PAIR_ROW,
    SEQUENCE_ROW,
    SOFT,
    Ints,
    PairRule,
    SequenceRule,
)


@dataclass(frozen=True, slots=True)
class Cells:
    """Games of `homes` against `aways` in `slots`, each adding `step` to a counter."""

    homes: Sequence[int]
    aways: Sequence[int]
    slots: Sequence[int]
    step: int = 1


@dataclass
class Contributions:
    """Counters, sequence rules and pair rules of one league, while they are added.

    Attributes
    ----------
    rounds_are_games
        Whether every team plays in every round, whatever the search does.
    """

    league: League
    rounds_are_games: bool = False
    limits: list[tuple[int, ...]] = field(default_factory=list)
    cells: list[tuple[NDArray[np.int64], int, int]] = field(default_factory=list)
    sequence: list[list[int]] = field(default_factory=list)
    sequence_of_team: list[list[int]] = field(default_factory=list)
    pairs: list[list[int]] = field(default_factory=list)
    conditions: list[list[int]] = field(default_factory=list)
    carry_over_counters: list[int] = field(default_factory=list)
    value_counters: list[int] = field(default_factory=list)
    follow_hard: Ints = field(init=False)

    def __post_init__(self) -> None:
        self.sequence_of_team = [[] for _ in self.league.teams]
        size = len(self.slots)
        self.follow_hard = np.zeros((2, 2, size, size), dtype=np.int64)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        return self.league.calendar.slots

    @cached_property
    def all_teams(self) -> tuple[int, ...]:
        return tuple(range(len(self.league.teams)))

    @cached_property
    def all_slots(self) -> tuple[int, ...]:
        return tuple(range(len(self.slots)))

    @cached_property
    def team_number(self) -> dict[TeamId, int]:
        return {team.id: place for place, team in enumerate(self.league.teams)}

    def teams(self, chosen: Iterable[TeamId] | None) -> tuple[int, ...]:
        """Numbers of the chosen teams; all where none are named."""
        if chosen is None:
            return self.all_teams
        return tuple(self.team_number[team] for team in chosen)

    def slot_numbers(self, chosen: Iterable[SlotId]) -> tuple[int, ...]:
        return tuple(sorted({self.league.slot_position[slot] for slot in chosen}))

    def slots_of_rounds(self, rounds: Iterable[int]) -> tuple[int, ...]:
        """Numbers of the slots of some rounds."""
        chosen = set(rounds)
        place = self.league.round_position
        return tuple(n for n in self.all_slots if place[self.slots[n].id] in chosen)

    def slots_that_fall_on(self, weekdays: Container[Weekday]) -> tuple[int, ...]:
        """Numbers of the slots in which games are played on such days."""
        return tuple(
            n for n in self.all_slots if self.league.falls_on(self.slots[n], weekdays)
        )

    def games_of(self, team: int, slots: Sequence[int]) -> tuple[Cells, Cells]:
        """All games of a team, on either side."""
        return self.home_games(team, slots), self.away_games(team, slots)

    def home_games(self, team: int, slots: Sequence[int], step: int = 1) -> Cells:
        return Cells((team,), self.all_teams, slots, step)

    def away_games(self, team: int, slots: Sequence[int], step: int = 1) -> Cells:
        return Cells(self.all_teams, (team,), slots, step)

    def count(
        self,
        rule: Rule,
        *cells: Cells,
        low: int = -NO_LIMIT,
        high: int = NO_LIMIT,
        unit: int = 1,
    ) -> int:
        """A rule that the steps of the games in `cells` add up to `low`…`high`.

        So many as `unit` outside are one deviation. Returns the counter's number.
        """
        limits = (low, high, rule.weight, _total_of(rule), unit)
        return self._count(limits, cells)

    def condition(
        self,
        rule: Rule,
        ifs: tuple[Cells, ...],
        thens: tuple[Cells, ...],
        *,
        forbidden: bool,
    ) -> None:
        """A rule that any game of `ifs` needs one of `thens`, or forbids them."""
        first, second = self.count(rule, *ifs), self.count(rule, *thens)
        self.conditions.append([first, second, int(forbidden)])

    @property
    def condition_of_counter(self) -> Ints:
        """Of each counter its condition, or -1."""
        found = np.full(len(self.limits), -1, dtype=np.int64)
        for number, (first, second, _) in enumerate(self.conditions):
            found[[first, second]] = number
        return found

    def keep(self, *cells: Cells, least: int) -> None:
        """A lock: at least so many of the games in `cells` are played."""
        self._count((least, NO_LIMIT, 1, LOCK, 1), cells)

    def _count(self, limits: tuple[int, ...], cells: tuple[Cells, ...]) -> int:
        number = len(self.limits)
        self.limits.append(limits)
        for part in cells:
            self.cells.append((self._cell_numbers(part), number, part.step))
        return number

    def _cell_numbers(self, part: Cells) -> NDArray[np.int64]:
        teams, slots = len(self.all_teams), len(self.slots)
        home = np.asarray(part.homes, dtype=np.int64)[:, None, None]
        away = np.asarray(part.aways, dtype=np.int64)[None, :, None]
        slot = np.asarray(part.slots, dtype=np.int64)[None, None, :]
        numbers = (home * teams + away) * slots + slot
        chosen: Ints = numbers[np.broadcast_to(home != away, numbers.shape)]
        return chosen

    def team_value(self, counter: int) -> int:
        """The number of a value of each team that `counter` adds up."""
        self.value_counters.append(counter)
        return len(self.value_counters) - 1

    def in_order(
        self,
        rule: Rule,
        code: SequenceRule,
        teams: Iterable[TeamId] | None,
        *numbers: int,
    ) -> None:
        """A rule over each team's games in order of time."""
        row = [int(code), _total_of(rule), rule.weight, *numbers]
        if len(row) > SEQUENCE_ROW:
            raise ValueError(f"{code.name} has more numbers than a row holds")
        for team in self.teams(teams):
            self.sequence_of_team[team].append(len(self.sequence))
        self.sequence.append(row + [0] * (SEQUENCE_ROW - len(row)))

    def between(self, rule: Rule, code: PairRule, *numbers: int) -> None:
        """A rule over the games of every two teams against each other."""
        row = [int(code), _total_of(rule), rule.weight, *numbers]
        self.pairs.append(row + [0] * (PAIR_ROW - len(row)))


def _total_of(rule: Rule) -> int:
    return HARD if rule.hard else SOFT
