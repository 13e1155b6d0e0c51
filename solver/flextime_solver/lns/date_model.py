"""The date model: the slot of each game within its round, which is given.

A slot affects the trips, rest and road days between a team's consecutive games, and
the counters of its cell; docs/model-solver.md states the inequalities.
"""

from dataclasses import dataclass
from itertools import pairwise, product

import pulp

from flextime_solver.backends.highs import quiet_highs
from flextime_solver.instance.compiled_league import (
    HARD,
    LOCK,
    NO_LIMIT,
    CompiledLeague,
    SequenceRule,
)
from flextime_solver.lns.params import DateModelParams
from flextime_solver.solution.conversion import PlacedGame


@dataclass(frozen=True)
class _Game:
    home: int
    away: int
    round_: int
    slots: tuple[int, ...]


def best_dates(
    league: CompiledLeague,
    placed: list[PlacedGame],
    time_limit_s: float,
    params: DateModelParams,
) -> list[PlacedGame]:
    """Choose the slot of every game within its round.

    Parameters
    ----------
    placed
        Games as (home, away, slot); their rounds stay.
    time_limit_s
        Maximum time in seconds; it may be infinite.

    Returns
    -------
    list of PlacedGame
        The games in the best slots found; `placed` itself where none were found.
    """
    games = [_game(league, *game) for game in placed]
    model = _DateModel(league, games, params.hard_penalty_km)
    statistics = model.problem.solve(quiet_highs(time_limit_s))
    return model.chosen() if statistics.has_solution else placed


def _game(league: CompiledLeague, home: int, away: int, slot: int) -> _Game:
    round_ = int(league.slot_round[slot])
    options = range(
        int(league.round_slots[round_]), int(league.round_slots[round_ + 1])
    )
    locked = league.slot_locked[home, round_] == 1
    return _Game(home, away, round_, (slot,) if locked else tuple(options))


class _DateModel:
    def __init__(
        self, league: CompiledLeague, games: list[_Game], hard_penalty_km: int
    ) -> None:
        self._league = league
        self._hard_penalty_km = hard_penalty_km
        self._games = games
        self.problem = pulp.LpProblem("dates", pulp.LpMinimize)
        self._cost: list[pulp.LpAffineExpression] = []
        self._chosen = {
            (number, slot): self.problem.add_variable(
                f"date[{number},{slot}]", 0, 1, "Integer"
            )
            for number, game in enumerate(games)
            for slot in game.slots
        }
        # sum over s of date[g,s] = 1                    for every game g
        for number, game in enumerate(games):
            self.problem += (
                pulp.lpSum(self._chosen[number, slot] for slot in game.slots) == 1
            )
        self._add_counters()
        for team in range(league.teams):
            self._add_team(team)
        self.problem.setObjective(pulp.lpSum(self._cost))

    def chosen(self) -> list[PlacedGame]:
        return [
            (self._games[number].home, self._games[number].away, slot)
            for (number, slot), variable in self._chosen.items()
            if (variable.varValue or 0) > 0.5
        ]

    def _add_counters(self) -> None:
        # low - slack <= sum of steps * date <= high + slack      for every counter
        league = self._league
        terms: dict[int, list[pulp.LpAffineExpression]] = {}
        for (number, slot), variable in self._chosen.items():
            game = self._games[number]
            cell = (game.home * league.teams + game.away) * league.slots + slot
            for entry in range(*league.cell_range[cell]):
                counter = int(league.cell_entry[entry, 0])
                step = int(league.cell_entry[entry, 1])
                terms.setdefault(counter, []).append(step * variable)
        for counter, steps in terms.items():
            low, high = league.counter_low[counter], league.counter_high[counter]
            weight = self._weight(
                int(league.counter_total[counter]), int(league.counter_weight[counter])
            )
            total = pulp.lpSum(steps)
            if low > -NO_LIMIT:
                self.problem += total + self._slack(weight) >= int(low)
            if high < NO_LIMIT:
                self.problem += total - self._slack(weight) <= int(high)

    def _weight(self, total: int, weight: int) -> float:
        if total in (HARD, LOCK):
            return float(self._hard_penalty_km * weight)
        return weight / max(1, self._league.milli_points_per_m)

    def _slack(self, weight: float) -> pulp.LpVariable:
        variable = self.problem.add_variable(f"slack[{len(self._cost)}]", 0)
        self._cost.append(weight * variable)
        return variable

    def _add_team(self, team: int) -> None:
        numbers = [
            number
            for number, game in enumerate(self._games)
            if team in (game.home, game.away)
        ]
        numbers.sort(key=lambda number: self._games[number].round_)
        for first, second in pairwise(numbers):
            self._add_consecutive(team, first, second)

    def _add_consecutive(self, team: int, first: int, second: int) -> None:
        league, one, other = self._league, self._games[first], self._games[second]
        if len(one.slots) == len(other.slots) == 1:
            return
        joined = []
        both_away = team == one.away and team == other.away
        for slot, later in product(one.slots, other.slots):
            cost_km = float(self._hard_penalty_km) * self._hard_deviation(
                team, one, other, slot, later
            )
            days = league.slot_day[later] - league.slot_day[slot]
            if both_away and days <= league.trip_gap_days:
                cost_km -= _saved_km(league, team, one.home, other.home)
            if cost_km:
                joined.append((slot, later, cost_km))
        if joined:
            self._add_pair_costs(first, second, joined)

    def _add_pair_costs(
        self, first: int, second: int, costs: list[tuple[int, int, float]]
    ) -> None:
        # both[g,s,h,r] is 1 exactly where date[g,s] and date[h,r] are
        for slot, later, cost_km in costs:
            name = f"both[{first},{slot},{second},{later}]"
            both = self.problem.add_variable(name, 0, 1)
            before, after = self._chosen[first, slot], self._chosen[second, later]
            self.problem += both <= before
            self.problem += both <= after
            self.problem += both >= before + after - 1
            self._cost.append(cost_km * both)

    def _hard_deviation(
        self, team: int, one: _Game, other: _Game, slot: int, later: int
    ) -> int:
        """Deviation of two consecutive games from hard rest and road constraints."""
        league = self._league
        away_before, away = int(team == one.away), int(team == other.away)
        charged = int(league.succession_cost[away_before, away, slot, later])
        if not (charged and away_before and away):
            return charged
        near_m = league.distance_m[one.home, other.home]
        start, end = league.team_rule_start[team], league.team_rule_start[team + 1]
        for number in league.team_rule[start:end]:
            code, total, weight, day, between, nearby_m = league.sequence_rules[number][
                :6
            ]
            if code == SequenceRule.ROAD_DAY and total == HARD:
                days = league.slot_day[later] - league.slot_day[slot]
                is_excused = days == between and near_m <= nearby_m
                if league.slot_weekday[later] == day and is_excused:
                    charged -= int(weight)
        return charged


def _saved_km(league: CompiledLeague, team: int, first: int, second: int) -> float:
    """Kilometres saved by going straight from one host to the next."""
    km = league.distance_m / 1000
    return float(km[first, team] + km[team, second] - km[first, second])
