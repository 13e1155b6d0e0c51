"""The recipe: choose trips, place games, anneal, prove, dates, neighbourhoods."""

from math import inf, isfinite

import numpy as np

from flextime.domain.runs.attempts import Instance
from flextime_solver.annealing.params import AnnealParams
from flextime_solver.construct.few_breaks import start_with_few_breaks
from flextime_solver.construct.partner_weekends import partner_games
from flextime_solver.construct.placing_model import leaves_a_choice, place_games
from flextime_solver.construct.random_rounds import first_games
from flextime_solver.construct.trip_model import Trips, choose_trips
from flextime_solver.instance.compile_league import compile_league
from flextime_solver.instance.hard_constraints import compile_hard_constraints
from flextime_solver.instance.scale import relative_size, scores_travel
from flextime_solver.lns.date_model import best_dates
from flextime_solver.lns.descent import Descent, applies
from flextime_solver.mip.small_proof import SmallProof, prove_small
from flextime_solver.outcome import with_best, without_schedule
from flextime_solver.params import SolveParams
from flextime_solver.reporter import Reporter
from flextime_solver.result import SolveResult
from flextime_solver.search.local_search import Annealing
from flextime_solver.solution.conversion import placed_games, schedule_of
from flextime_solver.solution.shared_incumbent import SharedIncumbent
from flextime_solver.special.ttp.recognise import is_tournament, plays_every_game
from flextime_solver.stop import StoppingCriterion

_TRIPS_S, _TRIPS_SHARE, _BOUND_SHARE = 20.0, 0.3, 0.05
"""Most seconds for the trip model, and most of the time that is left; less of it where
it can only prove a bound."""
_PLACING_S = 2.0
_NEIGHBOURHOOD_MOVES = 100_000
"""Moves that a large neighbourhood counts as, where moves are the budget."""
_MIN_DESCENT_S, _MIN_STEP_S = 5.0, 0.5
"""Seconds that must be left to build the season model, and for a step with it."""
_PROOF_S = 5.0
"""Most seconds for the proof of a small league; a stop is heard only after it."""
_UNSOLVED_S, _UNSOLVED_SHARE = 10.0, 0.5
"""The same, and most of the budget, where the search alone has found nothing feasible:
rows find a needle in a haystack sooner than moves do."""
_DATES_S, _DATES_SHARE = 2.0, 0.05
_FIRST_SHARE, _CONSTRUCT_SHARE = 0.05, 0.7
"""Most of the budget until there is a first feasible schedule: before the trip model
is asked for a better start, and before cooling begins."""
_FIRST_TRY_SHARE, _FIRST_TRY_S = 0.05, 6.0
"""Most of the budget, and most seconds, of a try to become feasible."""
_MOVES_ALONE = 500_000
"""Between two looks at the best of other workers."""
_FEW_BREAKS_PART = 0.3
"""Of such a first try, for one that begins at the rounds with fewest breaks."""
_FIRST_TRIES = 8
"""The trip model and the rows are asked after as much as so many first tries at the
latest: of few teams they soon place what moves are stuck before."""
_POWER = 6
"""A season of fewer teams is settled by far fewer moves, or only from another start."""
_MIN_SPAN = 1e-3
_LAST_CYCLE = AnnealParams(1.0, 0.2, 0.05, from_best=True)
_NO_PAIRINGS = (
    "no choice of opponents and venues fits the format and the rules on home and away"
    " games, whatever the dates"
)
_NO_SCHEDULE = "no schedule keeps all hard rules: proven by going through all of them"


class Recipe:
    """The steps of one solve, over the search that they share."""

    def __init__(
        self,
        instance: Instance,
        params: SolveParams,
        stop: StoppingCriterion,
        shared_incumbent: SharedIncumbent,
        reporter: Reporter,
    ) -> None:
        self._instance = instance
        self._params = params
        self._stop = stop
        self._shared_incumbent = shared_incumbent
        self._reporter = reporter
        self._league = compile_league(instance)
        self._hard_rules = compile_hard_constraints(instance)
        self._travel_counts = scores_travel(self._league)
        self._is_tournament = is_tournament(self._league)
        # Moves on a tour find more in the time that its rows would take.
        self._descends = self._travel_counts and not self._is_tournament
        self._extra_moves = 0

    def cook(self, seed: int) -> SolveResult:
        partners = partner_games(self._instance, seed)
        start = partners or first_games(self._instance, self._league, seed)
        search = Annealing(self._league, start, self._params, seed, self._hard_rules)
        # An interrupted try of this very search may have left its best.
        self._share(search)
        self._reporter.tell(search, "construct", at_once=True)
        sought, first_try = self._used(search), self._first_try()
        until = sought + min(_FIRST_SHARE, _FIRST_TRIES * first_try)
        self._seek(search, sought, first_try, until)
        if self._instance.start is None and not search.feasible:
            self._seek_from_few_breaks(search, seed)
        trips = self._choose_trips(search, begin_there=not partners)
        if trips.impossible:
            return without_schedule(self._reporter, (_NO_PAIRINGS,))
        proof = self._prove_small(search)
        if proof.impossible:
            return without_schedule(self._reporter, (_NO_SCHEDULE,))
        self._seek(search, sought, first_try, _CONSTRUCT_SHARE)
        begun = self._used(search)
        if self._is_tournament and plays_every_game(self._league, search.games):
            self._search_tours(search, begun)
        elif self._travel_counts:
            for cycle, span in self._spans(begun):
                begun += span
                self._anneal(search, cycle, min(1.0, begun))
                self._choose_dates(search)
        else:
            self._cool_rules(search, begun)
            self._choose_dates(search)
        self._descend(search, seed)
        self._reporter.tell(search, "search", at_once=True)
        bounds = [bound for bound in (trips.bound, proof.bound) if bound is not None]
        bound = max(bounds, key=lambda bound: bound.points, default=None)
        return with_best(self._instance, search, bound, self._reporter)

    def _seek_from_few_breaks(self, search: Annealing, seed: int) -> None:
        """One short try; such rounds are no solution to cool from."""
        games = start_with_few_breaks(self._hard_rules, seed)
        if games is not None:
            aside = Annealing(self._league, games, self._params, seed, self._hard_rules)
            aside.offer(search.best_games)
            self._extra_moves += search.moves
            begun, span = self._used(aside), self._first_try() * _FEW_BREAKS_PART
            self._seek(aside, begun, span, begun + span)
            self._extra_moves += aside.moves - search.moves
            search.offer(aside.best_games)

    def _seek(
        self, search: Annealing, begun: float, first_try: float, until: float
    ) -> None:
        """Until no hard rule is broken, or the budget is used up to `until`.

        The first cooling has a share of `first_try` from `begun` on.
        """
        looked_at = -inf
        while not search.feasible and (used := self._used(search)) < until:
            if search.moves >= looked_at + _MOVES_ALONE:
                looked_at = search.moves
                search.take_best(self._shared_incumbent)
            search.seek((used - begun) / first_try)
            self._reporter.tell(search, "construct")

    def _first_try(self) -> float:
        """Its share of the budget: a longer budget must not mean a later schedule."""
        remaining_s = self._stop.remaining_s()
        if not isfinite(remaining_s):
            return _FIRST_TRY_SHARE
        first_try_s = _FIRST_TRY_S * relative_size(self._league) ** _POWER
        return min(_FIRST_TRY_SHARE, first_try_s / max(first_try_s, remaining_s))

    def _spans(self, begun: float) -> list[tuple[AnnealParams, float]]:
        """Cycles, and the share of the whole budget that each has."""
        params = self._params
        anneals = params.anneals
        shares = sum(cycle.share for cycle in anneals)
        neighbourhoods = params.neighbourhood_share if self._descends else 0.0
        searched = max(_MIN_SPAN, 1 - begun - neighbourhoods)
        return [(cycle, searched * cycle.share / shares) for cycle in anneals]

    def _used(self, search: Annealing) -> float:
        """Share of the budget; all of it as soon as nothing better can be found."""
        if search.feasible and self._reaches_bound(search):
            return 1.0
        return self._stop.used(search.moves + self._extra_moves)

    def _reaches_bound(self, search: Annealing) -> bool:
        bound = self._reporter.bound
        return bound is not None and search.best_rank[1] / 1000 <= bound

    def _anneal(self, search: Annealing, cycle: AnnealParams, end: float) -> None:
        """Cool until the budget is used up to `end`."""
        cooling = search.begin(cycle, self._shared_incumbent)
        begun = self._used(search)
        # Whoever asks for a stop uses up the whole budget at once.
        while (used := self._used(search)) < end:
            search.step(cooling, (used - begun) / (end - begun))
            self._reporter.tell(search, "search")

    def _search_tours(self, search: Annealing, begun: float) -> None:
        tours = search.begin_tours()
        shared_at = search.moves
        while (used := self._used(search)) < 1:
            search.step_tours(tours, (used - begun) / (1 - begun))
            if search.moves >= shared_at + _MOVES_ALONE:
                shared_at = search.moves
                search.take_best(self._shared_incumbent)
            self._reporter.tell(search, "search")

    def _cool_rules(self, search: Annealing, begun: float) -> None:
        cooling = search.begin_rules(self._shared_incumbent)
        chooses_dates = self._league.slots > self._league.rounds
        end = 1 - (1 - begun) * (_DATES_SHARE if chooses_dates else 0.0)
        while (used := self._used(search)) < end:
            search.step_rules(cooling, (used - begun) / (end - begun))
            self._reporter.tell(search, "search")

    def _choose_trips(self, search: Annealing, *, begin_there: bool) -> Trips:
        """Opponents and venues of least travel; the search starts where they leave it.

        They prove a bound in any case; a start they are only where there is a choice.
        """
        if not self._params.choose_trips:
            return Trips()
        self._reporter.tell(search, "bound", at_once=True)
        chooses = leaves_a_choice(self._league)
        share = _TRIPS_SHARE if chooses else _BOUND_SHARE
        trips = choose_trips(
            self._league, min(_TRIPS_S, self._stop.remaining_s() * share)
        )
        if trips.bound is not None:
            self._reporter.bound = trips.bound.points
        cold = trips.games and self._instance.start is None
        if begin_there and cold and chooses:
            limit_s = self._limited(_PLACING_S)
            games = place_games(self._league, trips.games, limit_s)
            if games:
                search.adopt(games)
                self._reporter.tell(search, "construct", at_once=True)
        return trips

    def _prove_small(self, search: Annealing) -> SmallProof:
        """The best schedule of a small league, or a bound, where rows find it soon."""
        share, max_s = self._params.proof_share, _PROOF_S
        if share and not search.feasible:
            share, max_s = _UNSOLVED_SHARE, _UNSOLVED_S
        limit_s = share * self._stop.remaining_s()
        if not (0 < limit_s < inf) or self._used(search) >= 1:
            return SmallProof()
        best = schedule_of(self._instance, search.best_games)
        proof = prove_small(
            self._instance, best if search.feasible else None, min(max_s, limit_s)
        )
        if proof.schedule is not None:
            search.adopt(placed_games(self._instance, proof.schedule))
        if proof.bound is not None:
            known = self._reporter.bound
            points = proof.bound.points
            self._reporter.bound = points if known is None else max(known, points)
        return proof

    def _choose_dates(self, search: Annealing) -> None:
        """All dates at once, where the search chose one after the other."""
        if self._stop.remaining_s() > 0:
            limit_s = self._limited(_DATES_S)
            search.offer(best_dates(self._league, search.best_games, limit_s))

    def _limited(self, max_s: float) -> float:
        """At most so long, and no longer than is left; no limit where moves count."""
        remaining_s = self._stop.remaining_s()
        return min(max_s, remaining_s) if isfinite(remaining_s) else remaining_s

    def _descend(self, search: Annealing, seed: int) -> None:
        """Large neighbourhoods until the budget is used."""
        self._share(search)
        short = self._stop.remaining_s() < _MIN_DESCENT_S
        if (
            not self._descends
            or short
            or not self._params.neighbourhood_share
            or not applies(search)
        ):
            self._anneal_to_the_end(search)
            return
        timed = isfinite(self._stop.remaining_s())
        descent = Descent(self._league, seed, timed=timed)
        while self._used(search) < 1 and self._stop.remaining_s() > _MIN_STEP_S:
            self._share(search)
            descent.step(search, self._stop.remaining_s())
            self._extra_moves += _NEIGHBOURHOOD_MOVES
            self._reporter.tell(search, "neighbourhoods")

    def _anneal_to_the_end(self, search: Annealing) -> None:
        if self._used(search) < 1:
            self._anneal(search, _LAST_CYCLE, 1.0)

    def _share(self, search: Annealing) -> None:
        shared = self._shared_incumbent.exchange(
            search.best_rank, np.array(search.best_games)
        )
        if shared is not None:
            search.adopt([(home, away, slot) for home, away, slot in shared.tolist()])
