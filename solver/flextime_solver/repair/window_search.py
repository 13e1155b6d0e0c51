"""Enumerate the repairs within one window of rounds, the least disturbance first."""

from collections.abc import Iterator
from dataclasses import replace

from pulp import LpVariable

from flextime.domain.schedules.checker import check
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.mip_result import MipResult, MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.backends.solve_problem import solve_problem, value_of
from flextime_solver.mip.placements import Placement
from flextime_solver.mip.verification import ModelMismatch
from flextime_solver.repair.disrupted_season import DisruptedSeason
from flextime_solver.repair.game_changes import Repair, repair_from_placements
from flextime_solver.repair.repair_model import RepairModel


class WindowSearch:
    """Search of the repairs within one window.

    Parameters
    ----------
    season
        Season to be repaired.
    window
        Rounds before and after the affected games; None for the whole season.
    params
        Solver and seed.

    Attributes
    ----------
    complete
        Whether it is proven that there are no further repairs in the whole season.
    """

    def __init__(
        self, season: DisruptedSeason, window: int | None, params: MipParams
    ) -> None:
        self.complete = False
        self._season = season
        self._params = params
        self._repair_model = RepairModel(season, window)

    def repairs(self, number: int, deadline: Deadline) -> Iterator[Repair]:
        """Yield up to `number` distinct repairs, the least disturbance first.

        Raises
        ------
        ModelMismatch
            If the checker finds more violations than before the repair.
        """
        model = self._repair_model.model
        fewest_moves: int | None = None
        for _ in range(number):
            params = deadline.limit(self._params)
            if params is None:
                return
            result = solve_problem(model.problem, params, hint=self._hint())
            if not result.has_solution:
                infeasible = result.status is MipStatus.INFEASIBLE
                self.complete = self._repair_model.covers_season and infeasible
                return
            selected = [p for p, variable in model.x.items() if value_of(variable)]
            repair = self._verified(selected, result, fewest_moves)
            fewest_moves = len(repair.moves) if fewest_moves is None else fewest_moves
            yield repair
            self._repair_model.exclude(selected)

    def _hint(self) -> dict[LpVariable, int]:
        planned = self._repair_model.planned
        variables = self._repair_model.model.x.items()
        return {variable: int(place in planned) for place, variable in variables}

    def _verified(
        self, selected: list[Placement], result: MipResult, fewest_moves: int | None
    ) -> Repair:
        season = self._season
        repair = repair_from_placements(season, selected)
        before = check(season.league, season.schedule).score.infeasibility
        after = check(season.league, repair.schedule).score.infeasibility
        if after > before:
            raise ModelMismatch("a repair violates more hard rules than before")
        optimal = result.status is MipStatus.OPTIMAL
        proven = optimal and self._repair_model.covers_season
        is_least = fewest_moves is None or len(repair.moves) == fewest_moves
        return replace(repair, proven_least=proven and is_least)
