"""The round model: which game is played in which round, for large neighbourhoods.

Dates are not decided here. Two consecutive away games count as one trip if some slots
of their rounds allow it, and constraints that depend on dates are left to the date
model. The model is valid where every team plays in every round. docs/model-solver.md
states the inequalities.
"""

from itertools import combinations, pairwise

import pulp

from flextime_solver.instance.compiled_league import (
    HARD,
    LOCK,
    NO_LIMIT,
    CompiledLeague,
    SequenceRule,
)
from flextime_solver.instance.round_constraints import (
    Cell,
    can_form_trip,
    counters_by_round,
    rematch_windows,
)


class RoundModel:
    """A MIP with a binary variable for every cell (home, away, round).

    Attributes
    ----------
    problem
        The PuLP problem; its objective is in points.
    games
        The binary variables by cell.
    """

    def __init__(self, league: CompiledLeague) -> None:
        self._league = league
        self.problem = pulp.LpProblem("rounds", pulp.LpMinimize)
        self._rounds = range(league.rounds)
        self._teams = range(league.teams)
        self.games: dict[Cell, pulp.LpVariable] = {
            (home, away, round_): self.problem.add_variable(
                f"game[{home},{away},{round_}]", 0, 1, "Integer"
            )
            for home in self._teams
            for away in self._teams
            for round_ in self._rounds
            if home != away
        }
        self._cost: list[pulp.LpAffineExpression] = []
        self._add_format()
        self._add_counters()
        for team in self._teams:
            self._add_sequences(team)
            self._add_trips(team)
        self._add_rematches()
        self.problem.setObjective(pulp.lpSum(self._cost))

    def _away(self, team: int, round_: int) -> pulp.LpAffineExpression:
        return pulp.lpSum(
            self.games[host, team, round_] for host in self._teams if host != team
        )

    def _add_format(self) -> None:
        league, games = self._league, self.games
        # sum over o of game[t,o,r] + game[o,t,r] = 1      for every team and round
        for team in self._teams:
            for round_ in self._rounds:
                others = [other for other in self._teams if other != team]
                self.problem += (
                    pulp.lpSum(
                        games[team, o, round_] + games[o, team, round_] for o in others
                    )
                    == 1
                )
        # min <= games of a pair <= max, and at most max_at_one at each of the two
        for one, other in combinations(self._teams, 2):
            hosted = pulp.lpSum(games[one, other, r] for r in self._rounds)
            visits = pulp.lpSum(games[other, one, r] for r in self._rounds)
            self.problem += hosted + visits >= int(league.pair_min[one, other])
            self.problem += hosted + visits <= int(league.pair_max[one, other])
            at_one = int(league.pair_max_at_one[one, other])
            self.problem += hosted <= at_one
            self.problem += visits <= at_one
            self._add_phases(one, other)

    def _add_phases(self, one: int, other: int) -> None:
        length = self._league.rounds_per_phase
        for phase in range(self._league.phases):
            rounds = range(phase * length, (phase + 1) * length)
            self.problem += (
                pulp.lpSum(
                    self.games[one, other, r] + self.games[other, one, r]
                    for r in rounds
                )
                >= 1
            )

    def _add_counters(self) -> None:
        # low - slack <= sum of steps * game <= high + slack     for every counter that
        # counts a game alike in all slots of its round
        league = self._league
        for counter, steps in counters_by_round(league).items():
            low, high = league.counter_low[counter], league.counter_high[counter]
            total = pulp.lpSum(step * self.games[cell] for cell, step in steps.items())
            kind, weight = league.counter_total[counter], league.counter_weight[counter]
            if low > -NO_LIMIT:
                self.problem += total + self._slack(kind, weight) >= int(low)
            if high < NO_LIMIT:
                self.problem += total - self._slack(kind, weight) <= int(high)

    def _slack(self, kind: int, weight: int) -> pulp.LpVariable | int:
        """Slack of a soft constraint at its weight; 0 for a hard one."""
        if kind in (HARD, LOCK):
            return 0
        slack = self.problem.add_variable(f"slack[{len(self._cost)}]", 0)
        self._cost.append(int(weight) * slack)
        return slack

    def _add_sequences(self, team: int) -> None:
        league = self._league
        start, end = league.team_rule_start[team], league.team_rule_start[team + 1]
        for number in league.team_rule[start:end]:
            code, kind, weight, *numbers = (
                int(value) for value in league.sequence_rules[number]
            )
            if code == SequenceRule.RUN:
                self._add_run(team, kind, weight, *numbers[:2])
            elif code == SequenceRule.WINDOW:
                self._add_window(team, kind, weight, *numbers[:3])
            elif code == SequenceRule.EDGE:
                self._add_edge(team, kind, weight, numbers)

    def _add_run(
        self, team: int, kind: int, weight: int, side: int, max_games: int
    ) -> None:
        # sum over max_games + 1 rounds in a row of away[t,r] <= max_games  (home: >= 1)
        for first in range(len(self._rounds) - max_games):
            away = pulp.lpSum(self._away(team, first + k) for k in range(max_games + 1))
            if side == 0:
                self.problem += away - self._slack(kind, weight) <= max_games
            else:
                self.problem += away + self._slack(kind, weight) >= 1

    def _add_window(
        self, team: int, kind: int, weight: int, where: int, length: int, max_away: int
    ) -> None:
        starts = range(len(self._rounds) - length + 1)
        chosen = {0: starts, 1: starts[:1], 2: starts[-1:]}[where]
        for first in chosen:
            away = pulp.lpSum(self._away(team, first + k) for k in range(length))
            self.problem += away - self._slack(kind, weight) <= max_away

    def _add_edge(self, team: int, kind: int, weight: int, numbers: list[int]) -> None:
        at_end, length, min_home, min_away = numbers[:4]
        rounds = self._rounds[-length:] if at_end else self._rounds[:length]
        away = pulp.lpSum(self._away(team, round_) for round_ in rounds)
        self.problem += away + self._slack(kind, weight) >= min_away
        self.problem += away - self._slack(kind, weight) <= length - min_home

    def _add_trips(self, team: int) -> None:
        league = self._league
        points_per_m = int(league.milli_points_per_m) / 1000
        hosts = [host for host in self._teams if host != team]
        for (host, visitor, _), game in self.games.items():
            if visitor == team and points_per_m:
                self._cost.append(
                    2 * points_per_m * int(league.distance_m[team, host]) * game
                )
        for first, second in pairwise(self._rounds):
            if points_per_m and can_form_trip(league, first, second):
                self._add_savings(team, hosts, first, second, points_per_m)

    def _add_savings(
        self, team: int, hosts: list[int], first: int, second: int, points_per_m: float
    ) -> None:
        # sum over w of joined[u,w] <= game[u,t,r];  sum over u <= game[w,t,r+1]
        distance = self._league.distance_m
        leaving: dict[int, list[pulp.LpVariable]] = {host: [] for host in hosts}
        arriving: dict[int, list[pulp.LpVariable]] = {host: [] for host in hosts}
        for one in hosts:
            for other in hosts:
                saved_m = int(
                    distance[one, team] + distance[team, other] - distance[one, other]
                )
                if one != other and saved_m > 0:
                    joined = self.problem.add_variable(
                        f"joined[{team},{one},{other},{first}]", 0
                    )
                    self._cost.append(-points_per_m * saved_m * joined)
                    leaving[one].append(joined)
                    arriving[other].append(joined)
        for host in hosts:
            self.problem += pulp.lpSum(leaving[host]) <= self.games[host, team, first]
            self.problem += pulp.lpSum(arriving[host]) <= self.games[host, team, second]

    def _add_rematches(self) -> None:
        # sum over rounds too close to each other of games of a pair <= 1
        windows = rematch_windows(self._league)
        for one, other in combinations(self._teams, 2):
            if self._league.pair_max[one, other] < 2:
                continue
            for rounds in windows:
                self.problem += (
                    pulp.lpSum(
                        self.games[one, other, r] + self.games[other, one, r]
                        for r in rounds
                    )
                    <= 1
                )
