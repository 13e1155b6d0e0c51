"""What the phases of one solve share: the search, its budget and what is proven."""

from dataclasses import replace
from math import isfinite

from flextime.domain.runs.attempts import AttemptStatus, Bound, Instance
from flextime_solver.instance.compiler import compile_league
from flextime_solver.instance.hard_constraints import compile_hard_constraints
from flextime_solver.reporter import Reporter
from flextime_solver.result import SolveResult, SolverScore
from flextime_solver.search.feasibility_search import FeasibilitySearch
from flextime_solver.search.local_search import LocalSearch
from flextime_solver.solution.conversion import schedule_of
from flextime_solver.solution.shared_incumbent import SharedIncumbent
from flextime_solver.stop import StoppingCriterion

_LOCKS_BROKEN = "no schedule was found in time that keeps every locked host"


class FeasibilityProgress:
    """How far the search for a first feasible solution is.

    Attributes
    ----------
    begun
        Share of the budget used when it began.
    anneal_share
        Share of the budget of its first anneal.
    search
        The search, as soon as it has been needed.
    """

    def __init__(self, begun: float, anneal_share: float) -> None:
        self.begun = begun
        self.anneal_share = anneal_share
        self.search: FeasibilitySearch | None = None


class SearchContext:
    """The state of one solve.

    Attributes
    ----------
    search
        The local search and its incumbent; set by the construct phase.
    feasibility
        Progress of the feasibility phase, which runs before and after the bound phase.
    has_partner_start
        Whether the start is a season of partner weekends; set by the construct phase.
    extra_moves
        Moves of the budget that `search` itself has not made.
    bound
        The highest proven lower bound, None while there is none.
    reasons
        Why no schedule exists; empty unless that is proven.
    """

    search: LocalSearch
    feasibility: FeasibilityProgress

    def __init__(
        self,
        instance: Instance,
        stop: StoppingCriterion,
        seed: int,
        shared_incumbent: SharedIncumbent,
        reporter: Reporter,
    ) -> None:
        self.instance = instance
        self.stop = stop
        self.seed = seed
        self.shared_incumbent = shared_incumbent
        self.reporter = reporter
        self.league = compile_league(instance)
        self.hard_constraints = compile_hard_constraints(instance)
        self.has_partner_start = False
        self.extra_moves = 0
        self.bound: Bound | None = None
        self.reasons: tuple[str, ...] = ()

    def budget_used(self, search: LocalSearch | None = None) -> float:
        """Share of the budget used; 1 as soon as nothing better can be found.

        Parameters
        ----------
        search
            The search whose moves and incumbent count; `self.search` by default.
        """
        search = search or self.search
        if search.feasible and self._reaches_bound(search):
            return 1.0
        return self.stop.used(search.moves + self.extra_moves)

    def _reaches_bound(self, search: LocalSearch) -> bool:
        return self.bound is not None and (
            search.best_rank[1] / 1000 <= self.bound.points
        )

    def limited_s(self, max_s: float) -> float:
        """At most `max_s` and the remaining time; infinite for a budget in moves."""
        remaining_s = self.stop.remaining_s()
        return min(max_s, remaining_s) if isfinite(remaining_s) else remaining_s

    def record_bound(self, bound: Bound | None) -> None:
        """Keep a proven lower bound if it is the highest so far."""
        if bound is None:
            return
        if self.bound is None or bound.points > self.bound.points:
            self.bound = bound
            self.reporter.bound = bound.points

    def report(
        self, phase: str, search: LocalSearch | None = None, *, at_once: bool = False
    ) -> None:
        """Report the incumbent to the observer, at most a few times a second."""
        self.reporter.report(search or self.search, phase, at_once=at_once)

    def finish(self) -> SolveResult:
        """Report the final incumbent and return the result of the solve."""
        if self.reasons:
            return SolveResult.infeasible(self.reasons, self.reporter.elapsed_s)
        self.report("search", at_once=True)
        hard, soft, travel, lock = self.search.best_total
        if lock > 0:
            return replace(
                SolveResult.infeasible((_LOCKS_BROKEN,), self.reporter.elapsed_s),
                status=AttemptStatus.NOTHING_FEASIBLE,
            )
        return SolveResult(
            status=self._status(),
            schedule=schedule_of(self.instance, self.search.best_games),
            score=SolverScore(infeasibility=hard, soft_penalty=soft, travel_m=travel),
            rank=self.search.best_rank,
            bound=self.bound,
            moves=self.search.moves,
            elapsed_s=self.reporter.elapsed_s,
            trace=tuple(self.reporter.trace),
        )

    def _status(self) -> AttemptStatus:
        if not self.search.feasible:
            return AttemptStatus.NOTHING_FEASIBLE
        if self._reaches_bound(self.search):
            return AttemptStatus.OPTIMAL
        return AttemptStatus.FEASIBLE
