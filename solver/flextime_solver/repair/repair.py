"""Repair a season that is under way with as little change as can be.

The rows of the league with what is played and locked held fast; minimised are the games
that move, then the teams that they touch, then how late in the season they land.
Reserve dates are rounds without games: a team's byes. Where a rule keeps them free
until they are needed, that rule is `removed`.
"""

import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pulp import LpVariable

from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, Schedule
from flextime_solver.backends.backend import Solved, solve_problem, value_of
from flextime_solver.backends.outcome import ExactParams, ExactStatus
from flextime_solver.mip.exact_solver import ModelDisagrees
from flextime_solver.mip.placements import Placement
from flextime_solver.mip.supported import unsupported
from flextime_solver.repair.disrupted_season import DisruptedSeason
from flextime_solver.repair.disruption import Disruption
from flextime_solver.repair.repair_model import RepairRows
from flextime_solver.repair.repair_preflight import no_room
from flextime_solver.repair.repaired_season import Repair, describe

WINDOWS = (3, 8, None)
"""Rounds around the trouble that games may move in; wider only when that is too few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """Least disruption first.

    Attributes
    ----------
    complete
        Whether it is proven that there are no others.
    reasons
        What the rows of this league cannot say.
    no_room
        Why there is none, where counting tells.
    """

    repairs: tuple[Repair, ...]
    complete: bool = False
    reasons: tuple[str, ...] = ()
    no_room: tuple[str, ...] = ()


def repair(  # noqa: PLR0913  # what happened, and what is allowed against it
    league: League,
    schedule: Schedule,
    disruptions: tuple[Disruption, ...],
    *,
    today: date,
    locked_until: date | None = None,
    number: int = 3,
    removed: Collection[ConstraintId] = (),
    params: ExactParams,
) -> Repairs:
    """Up to `number` distinct repairs, ranked by disruption.

    Parameters
    ----------
    today
        Games before it have been played.
    locked_until
        Nothing before this date changes, but what cannot stay; left out, today.
    removed
        Rules that keep reserve dates free, given up for the repair.
    """
    open_rules = tuple(
        rule for rule in league.active_constraints if rule.id not in removed
    )
    relaxed = replace(league, constraints=open_rules)
    reasons = unsupported(relaxed, travel=False)
    if reasons:
        return Repairs(repairs=(), reasons=reasons)
    season = DisruptedSeason(
        league=relaxed,
        schedule=schedule,
        disruptions=disruptions,
        today=today,
        locked_until=locked_until or today,
    )
    if counted := no_room(season):
        return Repairs(repairs=(), complete=True, no_room=counted)
    ends = time.monotonic() + params.time_limit_s
    found: tuple[Repair, ...] = ()
    complete = False
    for window in WINDOWS:
        left_s = ends - time.monotonic()
        if len(found) >= number or left_s <= 0:
            break
        search = _Search(season, window, replace(params, time_limit_s=left_s))
        found = _distinct((*found, *search.repairs(number)))
        complete = search.complete
    ranked = sorted(found, key=lambda one: one.disruption)
    return Repairs(repairs=tuple(ranked[:number]), complete=complete)


def _distinct(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    found: dict[frozenset[Game], Repair] = {}
    for one in repairs:
        key = frozenset(one.schedule.games)
        if key not in found or one.proven_least:
            found[key] = one
    return tuple(found.values())


class _Search:
    """Repairs one after the other, the least disturbance first."""

    def __init__(
        self, season: DisruptedSeason, window: int | None, params: ExactParams
    ) -> None:
        self.season = season
        self.params = params
        self.ends = time.monotonic() + params.time_limit_s
        self.complete = False
        self.rows = RepairRows(season, window)

    def repairs(self, number: int) -> Iterator[Repair]:
        model = self.rows.model
        least: int | None = None
        for _ in range(number):
            left_s = self.ends - time.monotonic()
            if left_s <= 0:
                return
            params = replace(self.params, time_limit_s=left_s)
            solved = solve_problem(model.problem, params, hint=self._hint())
            if not solved.has_solution:
                infeasible = solved.status is ExactStatus.INFEASIBLE
                self.complete = self.rows.whole and infeasible
                return
            chosen = [place for place, column in model.x.items() if value_of(column)]
            found = self._verified(chosen, solved, least)
            least = len(found.moves) if least is None else least
            yield found
            self.rows.require_other(chosen)

    def _hint(self) -> dict[LpVariable, int]:
        rows = self.rows
        return {v: int(place in rows.planned) for place, v in rows.model.x.items()}

    def _verified(
        self, chosen: list[Placement], solved: Solved, least: int | None
    ) -> Repair:
        season = self.season
        proven = solved.status is ExactStatus.OPTIMAL and self.rows.whole
        found = describe(season, chosen, proven_least=False)
        found = replace(
            found, proven_least=proven and (least is None or len(found.moves) == least)
        )
        before = check(season.league, season.schedule).score.infeasibility
        after = check(season.league, found.schedule).score.infeasibility
        if after > before:
            raise ModelDisagrees("a repair breaks more hard rules than there were")
        return found
