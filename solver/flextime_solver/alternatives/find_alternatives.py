"""Several good schedules of a league of any size."""

from dataclasses import dataclass

from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Schedule
from flextime_solver.alternatives.diverse_schedules import Alternatives, solve_diverse
from flextime_solver.alternatives.diversity import Diversity, select_diverse
from flextime_solver.backends.deadline import Deadline
from flextime_solver.backends.params import MipParams
from flextime_solver.mip.size_limits import is_small
from flextime_solver.params import SolveParams
from flextime_solver.phases.params import BoundParams, SmallProofParams
from flextime_solver.solve import solve
from flextime_solver.stop import MaxRuntime

_SEARCH_PARAMS = SolveParams(bound=BoundParams(proof=SmallProofParams(share=0.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativesParams:
    """Parameters of `find_alternatives`.

    Attributes
    ----------
    time_limit_s
        Limit of the whole computation in seconds of wall time.
    seed
        Seed of the first search; each further search adds 1.
    mip_share
        Share of the time for exact solves of a small league, 0 to 1.
    spare_searches
        Searches beyond one for each schedule that is asked for, since some results are
        too similar or too costly.
    min_search_s
        Least duration of a search in seconds of wall time.

    Raises
    ------
    ValueError
        If a value lies outside its range.
    """

    time_limit_s: float
    seed: int = 1
    mip_share: float = 0.5
    spare_searches: int = 1
    min_search_s: float = 0.5

    def __post_init__(self) -> None:
        if self.time_limit_s <= 0:
            raise ValueError("time_limit_s must be greater than 0")
        if not 0 < self.mip_share <= 1:
            raise ValueError("mip_share must be above 0 and at most 1")
        if self.spare_searches < 0:
            raise ValueError("spare_searches must not be negative")
        if self.min_search_s <= 0:
            raise ValueError("min_search_s must be greater than 0")


def find_alternatives(
    league: League, number: int, diversity: Diversity, params: AlternativesParams
) -> Alternatives:
    """Return up to `number` schedules that differ and are near the best, best first.

    A small league is solved exactly, one schedule after the other. For a larger league
    each schedule is the result of a search with its own seed: the first is then the
    best one found, not proven optimal.

    Parameters
    ----------
    league
        League of any size.
    number
        Schedules that are asked for.
    diversity
        Least difference of any two schedules, and greatest cost above the best.
    params
        Time limits and seed.
    """
    deadline = Deadline(params.time_limit_s)
    if is_small(league):
        mip = MipParams(time_limit_s=params.mip_share * params.time_limit_s)
        exact = solve_diverse(league, number, diversity, mip)
        enough = exact.best_is_proven and len(exact.schedules) == number
        if exact.complete or enough:
            return exact
    schedules = _search(league, number, deadline, params)
    selected = select_diverse(league, schedules, number, diversity)
    return Alternatives(schedules=selected, complete=False, best_is_proven=False)


def _search(
    league: League, number: int, deadline: Deadline, params: AlternativesParams
) -> list[Schedule]:
    """Return the results of searches with different seeds in equal shares of time."""
    schedules: list[Schedule] = []
    searches = number + params.spare_searches
    for index in range(searches):
        share_s = deadline.remaining_s / (searches - index)
        if share_s < params.min_search_s and schedules:
            break
        result = solve(
            Instance(league),
            _SEARCH_PARAMS,
            MaxRuntime(max(share_s, params.min_search_s)),
            seed=params.seed + index,
        )
        if result.reasons:
            break
        if result.schedule is not None:
            schedules.append(result.schedule)
    return schedules
