"""Repair a season that is under way with as little change as can be.

The rows of the league with what is played and locked held fast; minimised are the games
that move, then the teams that they touch, then how late in the season they land.
Reserve dates are rounds without games: a team's byes. Where a rule keeps them free
until they are needed, that rule is `lifted`.
"""

import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pulp import LpVariable, lpSum, lpSum_vars

from flextime.domain.checker import check
from flextime.domain.ids import ConstraintId, SlotId, TeamId
from flextime.domain.league import League
from flextime.domain.schedule import Game, GameStatus, Schedule
from flextime_solver.exact.backend import Solved, solve_problem, value_of
from flextime_solver.exact.disrupted_season import DisruptedSeason
from flextime_solver.exact.disruption import Disruption
from flextime_solver.exact.excess import deviation, impose
from flextime_solver.exact.no_room import no_room
from flextime_solver.exact.outcome import ExactParams, ExactStatus
from flextime_solver.exact.repaired import Repair, describe
from flextime_solver.exact.season_model import (
    Linear,
    Placement,
    SeasonModel,
    every_placement,
)
from flextime_solver.exact.solve_exactly import ModelDisagrees
from flextime_solver.exact.structure import require_structure
from flextime_solver.exact.supported import unsupported

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
    lifted: Collection[ConstraintId] = (),
    params: ExactParams,
) -> Repairs:
    """Up to `number` distinct repairs, ranked by disruption.

    Parameters
    ----------
    today
        Games before it have been played.
    locked_until
        Nothing before this date changes, but what cannot stay; left out, today.
    lifted
        Rules that keep reserve dates free, given up for the repair.
    """
    open_rules = tuple(
        rule for rule in league.active_constraints if rule.id not in lifted
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
    """Repairs within a window of rounds around the trouble; None: the whole season."""

    def __init__(
        self, season: DisruptedSeason, window: int | None, params: ExactParams
    ) -> None:
        self.season = season
        self.window = window
        self.params = params
        self.ends = time.monotonic() + params.time_limit_s
        self.complete = False
        places = map(season.placement, season.schedule.games)
        self.planned = frozenset(place for place in places if place is not None)
        self.model = SeasonModel(season.league, self._closed())

    def _closed(self) -> frozenset[Placement]:
        """Placements that no repair may use."""
        season = self.season
        places = {
            game: place
            for game in season.schedule.games
            if (place := season.placement(game)) is not None
        }
        fixed = {place for game, place in places.items() if season.fixed(game)}
        movable = set(places.values()) - fixed
        near = {slot for slot in season.league.slot_by_id if self._near(slot)}
        return frozenset(
            place
            for place in every_placement(season.league)
            if place not in fixed
            and (
                place in season.ruled_out
                or (
                    place not in movable
                    and not (place.slot in near and season.open(place.slot))
                )
            )
        )

    @property
    def _whole(self) -> bool:
        """Whether the window leaves nothing out."""
        return all(map(self._near, self.season.league.slot_by_id))

    def _near(self, slot: SlotId) -> bool:
        if self.window is None:
            return True
        round_of = self.season.league.round_position
        reserve = round_of[slot] not in self._rounds_with_games
        return reserve or any(
            abs(round_of[slot] - round_of[game.slot]) <= self.window
            for game in self.season.troubled
            if game.slot
        )

    @cached_property
    def _rounds_with_games(self) -> frozenset[int]:
        round_of = self.season.league.round_position
        return frozenset(round_of[place.slot] for place in self.planned)

    def repairs(self, number: int) -> Iterator[Repair]:
        model = self.model
        require_structure(model)
        self._require_pairings()
        self._hold_fast()
        self._impose_rules()
        model.problem.setObjective(self._disturbance())
        least: int | None = None
        for _ in range(number):
            left_s = self.ends - time.monotonic()
            if left_s <= 0:
                return
            params = replace(self.params, time_limit_s=left_s)
            solved = solve_problem(model.problem, params, hint=self._hint())
            if not solved.has_solution:
                infeasible = solved.status is ExactStatus.INFEASIBLE
                self.complete = self._whole and infeasible
                return
            chosen = [place for place, column in model.x.items() if value_of(column)]
            found = self._verified(chosen, solved, least)
            least = len(found.moves) if least is None else least
            yield found
            self._require_other(chosen)

    def _require_pairings(self) -> None:
        """Who meets whom how often stays as it was."""
        slots = tuple(slot for slots in self.model.rounds for slot in slots)
        pairs = Counter(
            tuple(sorted((game.home, game.away)))
            for game in self.season.schedule.games
            if game.status is not GameStatus.CANCELLED
        )
        for (first, second), games in pairs.items():
            self.model.require(self.model.meetings(first, second, slots) == games)

    def _hold_fast(self) -> None:
        for game in self.season.schedule.games:
            place = self.season.placement(game)
            if place is not None and self.season.fixed(game):
                self.model.require(self.model.x[place] == 1)
            if any(lock.attribute == "site" for lock in game.locks):
                self._keep_site(game)

    def _keep_site(self, game: Game) -> None:
        """The host has as many of the pair's games at home as before, at least."""
        games = self.season.schedule.games
        hosted = sum((g.home, g.away) == (game.home, game.away) for g in games)
        slots = tuple(slot for slots in self.model.rounds for slot in slots)
        self.model.require(self.model.game(game.home, game.away, slots) >= hosted)

    def _impose_rules(self) -> None:
        """Hard rules hold; one that was broken before is broken no further."""
        before = Counter[ConstraintId]()
        for found in check(self.season.league, self.season.schedule).violations:
            before[found.constraint] += found.penalty
        for rule in self.season.league.active_constraints:
            if rule.hard and before[rule.id] == 0:
                impose(self.model, rule)
            elif rule.hard:
                allowed = before[rule.id] // rule.weight
                self.model.require(deviation(self.model, rule) <= allowed)

    def _disturbance(self) -> Linear:
        """Games moved first, then teams touched, then other hosts and later dates."""
        model = self.model
        last = len(model.rounds)
        touched = [self._touched(team) for team in model.teams]
        round_of = self.season.league.round_position
        hosts = {(place.home, place.away) for place in self.planned}
        late = lpSum(
            (round_of[place.slot] + last * ((place.home, place.away) not in hosts))
            * variable
            for place, variable in model.x.items()
            if place not in self.planned
        )
        stay = lpSum_vars(model.x[p] for p in self.planned if p in model.x)
        step = 2 * last * len(self.planned)
        games = (len(model.teams) + 1) * step
        return games * (len(self.planned) - stay) + step * lpSum(touched) + late

    def _touched(self, team: TeamId) -> Linear:
        model = self.model
        touched = model.binary(f"touched_{team}")
        for place, variable in model.x.items():
            if team in {place.home, place.away} and place not in self.planned:
                # a new game of the team touches it
                model.require(touched >= variable + 0)
        return touched + 0

    def _hint(self) -> dict[LpVariable, int]:
        return {v: int(place in self.planned) for place, v in self.model.x.items()}

    def _verified(
        self, chosen: list[Placement], solved: Solved, least: int | None
    ) -> Repair:
        season = self.season
        proven = solved.status is ExactStatus.OPTIMAL and self._whole
        found = describe(season, chosen, proven_least=False)
        found = replace(
            found, proven_least=proven and (least is None or len(found.moves) == least)
        )
        before = check(season.league, season.schedule).score.infeasibility
        after = check(season.league, found.schedule).score.infeasibility
        if after > before:
            raise ModelDisagrees("a repair breaks more hard rules than there were")
        return found

    def _require_other(self, chosen: list[Placement]) -> None:
        """Not all of these new games again."""
        new = [place for place in chosen if place not in self.planned]
        again = lpSum_vars(self.model.x[place] for place in new)
        self.model.require(again <= len(new) - 1)
