"""Annealing of a league in which only constraints cost anything.

Hard and soft constraints are annealed together, the second stage of Rosati, Petris,
Di Gaspero and Schaerf (2022), doi 10.1007/s10951-022-00740-y. A hard deviation costs as
much as a few soft ones, so that both freeze together: with a much larger penalty weight
hard constraints freeze before soft ones have ordered the solution, and no way to a
better solution leads through a violation any more.

The annealing is a state machine: `annealing.anneal_phase` has its phases and
transitions; here each phase gets its temperatures, its penalty weight and its first
solution from the measurements of the phase before. One long anneal converges to one
basin, so a longer budget means more main anneals, not longer ones.
"""

from collections.abc import Callable

from flextime_solver.annealing.anneal_phase import AnnealPhase, Outcome, next_phase
from flextime_solver.annealing.constraint_weights import ConstraintWeights
from flextime_solver.annealing.cost_profile import CostProfile
from flextime_solver.annealing.penalty_schedule import PenaltySchedule
from flextime_solver.annealing.stages import Stage
from flextime_solver.annealing.temperature_range import TemperatureRange
from flextime_solver.instance.compiled_league import HARD, SOFT, CompiledLeague
from flextime_solver.moves.search_state import SearchState
from flextime_solver.search.params import ConstraintAnnealingParams
from flextime_solver.search.penalised_search import PenalisedSearch
from flextime_solver.solution.conversion import PlacedGame


class ConstraintAnnealing:
    """All anneals of one search, from probing to the final anneal.

    Parameters
    ----------
    league
        A league in which travel costs nothing.
    state
        State that records every better solution.
    games
        Games at which the first anneal begins.
    scale
        The league's scale in milli-points (`instance.scale.scale`).
    params
        Parameters of all phases.
    sync_incumbent
        Synchronises the incumbent with other workers and returns its games; called
        where an anneal may begin at them.
    """

    def __init__(
        self,
        league: CompiledLeague,
        state: SearchState,
        games: list[PlacedGame],
        scale: float,
        params: ConstraintAnnealingParams,
        sync_incumbent: Callable[[], list[PlacedGame]],
    ) -> None:
        self._params = params
        self._scale = scale
        self._teams = league.teams
        self._games = len(games)
        self._state = state
        self._sync_incumbent = sync_incumbent
        self._search = PenalisedSearch(
            league,
            state,
            games,
            ConstraintWeights(league, params.weights),
            seed=int(state.random[0]),
        )
        self._moves = 0
        self._probing_anneals = 0
        self._main_anneals_left = 0
        self._aggregate_factor = 1.0
        self._incumbent_rank = self._rank()
        self._begin(self._probing(0.0, params.penalty_weight * scale))
        self._range = TemperatureRange(
            self._stage.initial_temperature,
            self._stage.final_temperature,
            self._stage.penalty_weight,
            params.range_limits,
        )

    @property
    def stage(self) -> Stage:
        """The present anneal: its phase, temperatures and initial penalty weight."""
        return self._stage

    def score(self) -> tuple[float, float]:
        """Return hard deviations and soft cost in points of the present solution."""
        return self._search.score()

    def step(self, moves: int, progress: float) -> None:
        """Make `moves` moves at a progress of the whole annealing (0 to 1)."""
        # However late it is, each anneal takes at least one sample for the next one.
        if progress >= self._stage.end and self._profile.has_samples:
            self._search.reset_weights()
            self._begin(self._next_stage(progress))
        stage = self._stage
        of_anneal = stage.progress(progress)
        temperature = stage.temperature(of_anneal)
        self._search.reweight_aggregates(self._aggregate_factor_at(of_anneal))
        feasible = self._search.step(
            moves,
            temperature,
            stage.penalty_weight * self._penalty.factor,
            adapts_weights=stage.phase.adapts_weights,
        )
        self._moves += int(self._state.evaluated)
        if stage.phase.adapts_weights:
            self._penalty.update(of_anneal, feasible=feasible > 0)
        self._profile.add(temperature, self._cost(stage.penalty_weight))

    def _begin(self, stage: Stage) -> None:
        self._stage = stage
        self._profile = CostProfile(self._params.profile)
        self._penalty = PenaltySchedule(self._params.penalty)

    def _aggregate_factor_at(self, of_anneal: float) -> float:
        reweights = (
            self._stage.phase.reweights_aggregates
            and of_anneal < self._params.aggregates.until
        )
        return self._aggregate_factor if reweights else 1.0

    def _next_stage(self, progress: float) -> Stage:
        """Record what the finished anneal has measured and set up the next one."""
        finished = self._stage.phase
        if finished is AnnealPhase.PROBING:
            self._measure_aggregates()
        elif finished is AnnealPhase.CALIBRATION:
            self._measure_range(progress)
        outcome = self._outcome(progress)
        phase = next_phase(finished, outcome)
        if phase is AnnealPhase.PROBING:
            weight = self._params.penalty.many_factor * self._stage.penalty_weight
            return self._probing(progress, weight)
        if phase is AnnealPhase.CALIBRATION:
            return self._calibration(progress, outcome)
        if phase is AnnealPhase.FINAL:
            stage = self._final(progress)
        else:
            stage = self._main(phase, progress)
        if finished is not AnnealPhase.CALIBRATION:
            self._choose_start(stage.penalty_weight)
        return stage

    def _measure_aggregates(self) -> None:
        """Give aggregate soft constraints a larger weight if they dominate the cost."""
        _, soft = self._search.score()
        aggregates = self._params.aggregates
        if self._search.aggregate_soft_cost > aggregates.min_share * soft:
            self._aggregate_factor = aggregates.factor

    def _measure_range(self, progress: float) -> None:
        initial, final = self._profile.range(self._params.main_range)
        self._range = TemperatureRange.measured_in(
            self._stage, initial, final, self._params.range_limits
        )
        self._main_anneals_left = self._affordable_main_anneals(progress)

    def _outcome(self, progress: float) -> Outcome:
        before, self._incumbent_rank = self._incumbent_rank, self._rank()
        return Outcome(
            too_many_violations=self._has_too_many_violations(progress),
            probing_anneals_left=(
                self._params.max_probing_anneals - self._probing_anneals
            ),
            main_anneals_left=self._main_anneals_left,
            improved=self._incumbent_rank < before,
        )

    def _has_too_many_violations(self, progress: float) -> bool:
        """Whether probing leaves more violations than later anneals can repair."""
        probing = self._params.probing
        several = self._affordable_main_anneals(progress) >= probing.enough_main_anneals
        limit = (
            probing.max_violations if several else self._params.penalty.many_violations
        )
        hard, _ = self._search.score()
        return bool(hard > limit * self._teams)

    def _affordable_main_anneals(self, progress: float) -> int:
        """Return the number of main anneals in the rest of the budget, at least 1.

        The number of moves to come is extrapolated from those so far.
        """
        moves = self._moves * (1 - self._params.final_share - progress) / progress
        return max(1, round(moves / (self._params.main_moves_per_game * self._games)))

    def _probing(self, begin: float, penalty_weight: float) -> Stage:
        self._probing_anneals += 1
        probing = self._params.probing
        return Stage(
            AnnealPhase.PROBING,
            begin,
            begin + self._params.probing_share,
            max(probing.initial_temperature * self._scale, penalty_weight),
            probing.final_temperature * self._scale,
            penalty_weight,
        )

    def _calibration(self, begin: float, outcome: Outcome) -> Stage:
        penalty_weight = self._stage.penalty_weight
        initial, final = self._profile.range(self._params.calibration_range)
        if outcome.too_many_violations:
            # A main anneal from here would end with them too; the incumbent comes from
            # the search by hard constraints alone and may violate none.
            self._search.restart_from(self._sync_incumbent())
            penalty_weight *= self._params.penalty.many_factor
            initial *= self._params.calibration_heat
        end = begin + self._params.calibration_share
        return Stage(
            AnnealPhase.CALIBRATION, begin, end, initial, final, penalty_weight
        )

    def _main(self, phase: AnnealPhase, begin: float) -> Stage:
        """Set up a main anneal or a reheat, all of which have equal shares."""
        end = begin + (1 - self._params.final_share - begin) / self._main_anneals_left
        self._main_anneals_left -= 1
        reheat = phase is AnnealPhase.REHEAT
        penalty_weight = max(
            self._next_penalty_weight(), self._range.min_penalty_weight(reheat=reheat)
        )
        initial, final = self._range.at(penalty_weight, reheat=reheat)
        return Stage(phase, begin, end, initial, final, penalty_weight)

    def _next_penalty_weight(self) -> float:
        hard, _ = self._search.score()
        stage = self._stage
        return stage.penalty_weight * self._penalty.next_factor(
            hard / self._teams, after_main=stage.phase.adapts_weights
        )

    def _final(self, begin: float) -> Stage:
        last = self._stage
        return Stage(
            AnnealPhase.FINAL,
            begin,
            1.0,
            last.temperature(self._params.final_start),
            last.final_temperature,
            self._params.penalty.max_rise * last.penalty_weight,
        )

    def _choose_start(self, penalty_weight: float) -> None:
        """Restart from the incumbent, or stay if the present solution costs less.

        A solution with few violations may be nearer to a good one than a feasible
        incumbent. One with more lies in a basin whose solutions all violate some
        constraint, and is left.
        """
        here, cost = self._search.games, self._cost(penalty_weight)
        hard, _ = self._search.score()
        self._search.restart_from(self._sync_incumbent())
        limit = self._params.penalty.some_violations * self._teams
        if self._cost(penalty_weight) > cost and hard <= limit:
            self._search.restart_from(here)

    def _rank(self) -> tuple[int, int]:
        hard, soft = self._state.best_total[[HARD, SOFT]]
        return int(hard), int(soft)

    def _cost(self, penalty_weight: float) -> float:
        """Cost of the present solution in milli-points."""
        hard, soft = self._search.score()
        return penalty_weight * hard + 1000.0 * soft
