from dataclasses import replace
from math import inf

import numpy as np

from builders import a_league, a_rule
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime_solver.construct.random_rounds import random_games
from flextime_solver.instance.compiled_league import Ints
from flextime_solver.instance.compiler import compile_league
from flextime_solver.observer import NullObserver
from flextime_solver.phases.context import SearchContext
from flextime_solver.phases.feasibility import FindFeasible, TryFeasible
from flextime_solver.phases.params import FeasibilityParams
from flextime_solver.reporter import Reporter
from flextime_solver.search.local_search import LocalSearch, Step
from flextime_solver.search.local_search_params import LocalSearchParams
from flextime_solver.solution.conversion import PlacedGame
from flextime_solver.solution.shared_incumbent import NoSharing, Rank, SharedIncumbent
from flextime_solver.stop import MaxIterations, StoppingCriterion

MOVES = 2_000
PARAMS = FeasibilityParams()
SEARCH_PARAMS = LocalSearchParams(moves_per_call=500)


class RecordingSearch(LocalSearch):
    """A search that records how far each of its steps is in its budget."""

    def __init__(self, context: SearchContext) -> None:
        games = random_games(context.league, seed=1)
        super().__init__(context.league, games, SEARCH_PARAMS, seed=1)
        self.shares: list[float] = []

    def advance(self, step: Step, used: float) -> None:
        self.shares.append(used)
        super().advance(step, used)


def searched(
    league: League,
    stop: StoppingCriterion,
    shared_incumbent: SharedIncumbent | None = None,
) -> RecordingSearch:
    """The search of a feasibility phase that has run."""
    instance = Instance(league)
    reporter = Reporter(instance, NullObserver())
    sharing = shared_incumbent or NoSharing()
    context = SearchContext(instance, stop, 1, sharing, reporter)
    context.search = search = RecordingSearch(context)
    TryFeasible(PARAMS, SEARCH_PARAMS).run(context)
    FindFeasible(PARAMS).run(context)
    return search


def away_in(league: League, games: list[PlacedGame]) -> League:
    """The league in which the visitors of these games must not play at home then."""
    slots = league.calendar.slots
    rules = tuple(
        a_rule(
            TeamGames,
            teams=(league.teams[away].id,),
            slots=(slots[slot].id,),
            side=Side.HOME,
            max_games=0,
        )
        for _, away, slot in games
    )
    return replace(league, constraints=rules)


class BegunLate:
    """A fifth of the budget is used before the first move."""

    def used(self, moves: int) -> float:
        return min(1.0, 0.2 + moves / MOVES)

    def remaining_s(self) -> float:
        return inf


def test_the_first_anneal_begins_hot_however_late_it_is(league: League) -> None:
    never_at_home = a_rule(
        TeamGames,
        teams=(league.teams[0].id,),
        slots=tuple(slot.id for slot in league.calendar.slots),
        side=Side.HOME,
        max_games=0,
    )
    impossible = replace(league, constraints=(never_at_home,))

    assert searched(impossible, BegunLate()).shares[0] == 0.0


class KnownIncumbent:
    """Another worker, whose games are feasible."""

    def __init__(self, games: list[PlacedGame]) -> None:
        self._games = np.array(games)

    def exchange(self, rank: Rank, games: Ints) -> Ints | None:
        del games
        return self._games.copy() if rank[0] > 0 else None


def test_a_search_ends_as_soon_as_another_worker_has_a_feasible_solution() -> None:
    season = a_league(
        "A B C D E F G H",
        " ".join(str(4 + 7 * week) for week in range(14)),
        format_=RoundRobin(times=2),
    )
    known = random_games(compile_league(Instance(season)), seed=7)
    hard_to_find = away_in(season, known)

    alone = searched(hard_to_find, MaxIterations(MOVES))
    helped = searched(hard_to_find, MaxIterations(MOVES), KnownIncumbent(known))

    assert not alone.feasible
    assert helped.feasible
    assert len(helped.shares) == 1
