"""Collects what the constraints of a league need, before it is packed into arrays."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

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
    """Games of each of `homes` against each of `aways` in each of `slots`.

    All are indices of the league; `step` is what one such game adds to a counter.
    """

    homes: Sequence[int]
    aways: Sequence[int]
    slots: Sequence[int]
    step: int = 1


@dataclass
class LeagueBuilder:
    """Counters, sequence rules and pair rules of one league under construction.

    The constraints of the league add them one by one (`instance.constraints`);
    `compile_league` then reads the lists.

    Attributes
    ----------
    rounds_are_games
        Whether every team plays in every round of each solution that is searched.
    limits
        Rows (low, high, weight, total, unit) of the counters.
    cells
        Cell numbers, counter and step.
    sequence, sequence_of_team
        Rows of sequence rules, and the rows that apply to each team.
    pairs, conditions
        Rows of pair rules and of conditions (counter, counter, forbidden).
    carry_over_counters, value_counters
        Counters of the carry-over effects value, and of values that each team has.
    succession_cost
        See `CompiledLeague.succession_cost`.
    """

    league: League
    rounds_are_games: bool = False
    limits: list[tuple[int, ...]] = field(default_factory=list)
    cells: list[tuple[Ints, int, int]] = field(default_factory=list)
    sequence: list[list[int]] = field(default_factory=list)
    sequence_of_team: list[list[int]] = field(default_factory=list)
    pairs: list[list[int]] = field(default_factory=list)
    conditions: list[list[int]] = field(default_factory=list)
    carry_over_counters: list[int] = field(default_factory=list)
    value_counters: list[int] = field(default_factory=list)
    succession_cost: Ints = field(init=False)

    def __post_init__(self) -> None:
        self.sequence_of_team = [[] for _ in self.league.teams]
        size = len(self.slots)
        self.succession_cost = np.zeros((2, 2, size, size), dtype=np.int64)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Slots of the calendar, in order of time."""
        return self.league.calendar.slots

    @cached_property
    def all_teams(self) -> tuple[int, ...]:
        """Indices of all teams."""
        return tuple(range(len(self.league.teams)))

    @cached_property
    def all_slots(self) -> tuple[int, ...]:
        """Indices of all slots."""
        return tuple(range(len(self.slots)))

    @cached_property
    def team_index(self) -> dict[TeamId, int]:
        """Index of each team."""
        return {team.id: index for index, team in enumerate(self.league.teams)}

    def teams(self, chosen: Iterable[TeamId] | None) -> tuple[int, ...]:
        """Return the indices of the chosen teams, of all teams for None."""
        if chosen is None:
            return self.all_teams
        return tuple(self.team_index[team] for team in chosen)

    def slot_indices(self, chosen: Iterable[SlotId]) -> tuple[int, ...]:
        """Return the indices of the chosen slots, in order and without repetition."""
        return tuple(sorted({self.league.slot_position[slot] for slot in chosen}))

    def slots_of_rounds(self, rounds: Iterable[int]) -> tuple[int, ...]:
        """Return the indices of the slots in some rounds."""
        chosen = set(rounds)
        round_of = self.league.round_position
        return tuple(n for n in self.all_slots if round_of[self.slots[n].id] in chosen)

    def slots_on_weekdays(self, weekdays: Container[Weekday]) -> tuple[int, ...]:
        """Return the indices of the slots whose games are played on such weekdays."""
        return tuple(
            n for n in self.all_slots if self.league.falls_on(self.slots[n], weekdays)
        )

    def games_of(self, team: int, slots: Sequence[int]) -> tuple[Cells, Cells]:
        """Return all games of a team, home and away."""
        return self.home_games(team, slots), self.away_games(team, slots)

    def home_games(self, team: int, slots: Sequence[int], step: int = 1) -> Cells:
        """Return all home games of a team."""
        return Cells((team,), self.all_teams, slots, step)

    def away_games(self, team: int, slots: Sequence[int], step: int = 1) -> Cells:
        """Return all away games of a team."""
        return Cells(self.all_teams, (team,), slots, step)

    def add_counter(
        self,
        rule: Rule,
        *cells: Cells,
        low: int = -NO_LIMIT,
        high: int = NO_LIMIT,
        unit: int = 1,
    ) -> int:
        """Add a counter of the games in `cells`, and return its number.

        The rule is kept while the sum of the games' steps is from `low` to `high`.
        Outside, each begun `unit` is one deviation.
        """
        limits = (low, high, rule.weight, _total_of(rule), unit)
        return self._add_counter(limits, cells)

    def add_condition(
        self,
        rule: Rule,
        ifs: tuple[Cells, ...],
        thens: tuple[Cells, ...],
        *,
        forbidden: bool,
    ) -> None:
        """Add a rule that a game of `ifs` requires, or forbids, one of `thens`."""
        first, second = self.add_counter(rule, *ifs), self.add_counter(rule, *thens)
        self.conditions.append([first, second, int(forbidden)])

    @property
    def condition_of_counter(self) -> Ints:
        """Condition of each counter, or -1."""
        found = np.full(len(self.limits), -1, dtype=np.int64)
        for number, (first, second, _) in enumerate(self.conditions):
            found[[first, second]] = number
        return found

    def add_lock(self, *cells: Cells, minimum: int) -> None:
        """Require at least `minimum` games in `cells`, as a lock."""
        self._add_counter((minimum, NO_LIMIT, 1, LOCK, 1), cells)

    def _add_counter(self, limits: tuple[int, ...], cells: tuple[Cells, ...]) -> int:
        number = len(self.limits)
        self.limits.append(limits)
        for part in cells:
            self.cells.append((self._cell_numbers(part), number, part.step))
        return number

    def _cell_numbers(self, part: Cells) -> Ints:
        teams, slots = len(self.all_teams), len(self.slots)
        home = np.asarray(part.homes, dtype=np.int64)[:, None, None]
        away = np.asarray(part.aways, dtype=np.int64)[None, :, None]
        slot = np.asarray(part.slots, dtype=np.int64)[None, None, :]
        numbers = (home * teams + away) * slots + slot
        chosen: Ints = numbers[np.broadcast_to(home != away, numbers.shape)]
        return chosen

    def add_team_value(self, counter: int) -> int:
        """Add a value that each team has and `counter` adds up; return its number."""
        self.value_counters.append(counter)
        return len(self.value_counters) - 1

    def add_sequence_rule(
        self,
        rule: Rule,
        code: SequenceRule,
        teams: Iterable[TeamId] | None,
        *parameters: int,
    ) -> None:
        """Add a rule over the games of each of `teams` (None for all) in order of time.

        Raises
        ------
        ValueError
            If there are more parameters than a row holds.
        """
        row = [int(code), _total_of(rule), rule.weight, *parameters]
        if len(row) > SEQUENCE_ROW:
            raise ValueError(f"{code.name} has more parameters than a row holds")
        for team in self.teams(teams):
            self.sequence_of_team[team].append(len(self.sequence))
        self.sequence.append(row + [0] * (SEQUENCE_ROW - len(row)))

    def add_pair_rule(self, rule: Rule, code: PairRule, *parameters: int) -> None:
        """Add a rule over the meetings, or the seasons, of every two teams."""
        row = [int(code), _total_of(rule), rule.weight, *parameters]
        self.pairs.append(row + [0] * (PAIR_ROW - len(row)))


def _total_of(rule: Rule) -> int:
    return HARD if rule.hard else SOFT
