"""Decide whether subsets of a league's hard rules have a schedule."""

from dataclasses import replace

from flextime.domain.leagues.league import League
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.solve_problem import solve_problem
from flextime_solver.infeasibility.assumption_model import AssumptionModel
from flextime_solver.infeasibility.feasible_subsets import FeasibleSubsets
from flextime_solver.infeasibility.heuristic_schedule import search_feasible
from flextime_solver.infeasibility.params import InfeasibilityParams
from flextime_solver.infeasibility.quickxplain import Rules
from flextime_solver.mip.build_model import build_model
from flextime_solver.mip.size_limits import is_small
from flextime_solver.mip.verification import verified_schedule


class SubsetFeasibility:
    """Feasibility of subsets of rules, by known schedules, search, and MIP models.

    Attributes
    ----------
    league
        League whose format always holds.
    deadline
        Limit of all computations together.
    known
        Subsets that a schedule found so far satisfies.
    """

    def __init__(
        self, league: League, deadline: Deadline, params: InfeasibilityParams
    ) -> None:
        self.league = league
        self.deadline = deadline
        self.known = FeasibleSubsets(league)
        self._params = params

    def search(self, rules: Rules, max_s: float) -> Rules:
        """Search for a schedule; return those rules that the best one violates.

        The result is empty for small leagues, which are left to the MIP model.
        """
        league = replace(self.league, constraints=rules)
        share_s = self._params.search_share * self.deadline.remaining_s
        search_s = min(max_s, share_s)
        if search_s <= 0 or is_small(league):
            return ()
        schedule = search_feasible(league, search_s)
        if schedule is None:
            return ()
        violated = self.known.add(schedule)
        return tuple(rule for rule in violated if rule in rules)

    def proven_infeasible(self, model: AssumptionModel, rules: Rules) -> bool:
        """Return whether a short proof shows that these rules have no schedule."""
        params = self.deadline.limit()
        if params is None or self.known.cover(rules):
            return False
        result = model.solve({rule.id for rule in rules}, params)
        if result.schedule is not None:
            self.known.add(result.schedule)
        return result.status is MipStatus.INFEASIBLE

    def status(self, rules: Rules) -> MipStatus:
        """Return whether the format and these rules alone have a schedule."""
        if not self.known.cover(rules):
            self.search(rules, self.deadline.remaining_s)
        if self.known.cover(rules):
            return MipStatus.FEASIBLE
        return self.mip_status(rules, self.deadline.share(self._params.mip_share))

    def mip_status(self, rules: Rules, deadline: Deadline) -> MipStatus:
        """Return the same by a MIP model without indicators.

        Raises
        ------
        ModelMismatch
            If the checker finds a rule violated by the model's schedule.
        """
        model = build_model(replace(self.league, constraints=rules))
        params = deadline.limit()
        if params is None:
            return MipStatus.UNKNOWN
        result = solve_problem(model.problem, params)
        if not result.has_solution:
            return result.status
        schedule, _ = verified_schedule(model)
        self.known.add(schedule)
        return MipStatus.FEASIBLE
