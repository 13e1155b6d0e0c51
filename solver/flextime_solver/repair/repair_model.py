"""The rows of a season to be repaired: what may move, what holds, what it costs."""

from collections import Counter
from functools import cached_property

from pulp import lpSum, lpSum_vars

from flextime.domain.ids import ConstraintId, SlotId, TeamId
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, GameStatus
from flextime_solver.mip.model import Linear, SeasonModel
from flextime_solver.mip.placements import Placement, every_placement
from flextime_solver.mip.rule_terms import deviation, impose
from flextime_solver.mip.structure import require_structure
from flextime_solver.repair.disrupted_season import DisruptedSeason


class RepairRows:
    """Repairs within a window of rounds around the trouble; None: the whole season.

    Attributes
    ----------
    planned
        The games that stand, where they stood.
    model
        Its goal is the disturbance, least first.
    """

    def __init__(self, season: DisruptedSeason, window: int | None) -> None:
        self.season = season
        self.window = window
        places = map(season.placement, season.schedule.games)
        self.planned = frozenset(place for place in places if place is not None)
        self.model = SeasonModel(season.league, self._closed())
        require_structure(self.model)
        self._require_pairings()
        self._hold_fast()
        self._impose_rules()
        self.model.problem.setObjective(self._disturbance())

    @property
    def whole(self) -> bool:
        """Whether the window leaves nothing out."""
        return all(map(self._near, self.season.league.slot_by_id))

    def require_other(self, chosen: list[Placement]) -> None:
        """Not all of these new games again."""
        new = [place for place in chosen if place not in self.planned]
        again = lpSum_vars(self.model.x[place] for place in new)
        self.model.require(again <= len(new) - 1)

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
