"""The MIP model of a disrupted season: fixed games, movable games, and its rules."""

from collections import Counter
from functools import cached_property

from pulp import lpSum_vars

from flextime.domain.ids import ConstraintId, SlotId
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, GameStatus
from flextime_solver.mip.format_constraints import add_format_constraints
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.placements import Placement, all_placements
from flextime_solver.mip.rule_constraints import deviation, enforce
from flextime_solver.repair.disrupted_season import DisruptedSeason, placement_of
from flextime_solver.repair.disturbance import disturbance


class RepairModel:
    """Repairs that move games within a window of rounds around the affected games.

    Parameters
    ----------
    season
        Season to be repaired.
    window
        Rounds before and after the affected games; None for the whole season. Reserve
        rounds, those without games, are always included.

    Attributes
    ----------
    planned
        Placements of the published schedule.
    model
        MIP model whose objective is the disturbance.
    """

    def __init__(self, season: DisruptedSeason, window: int | None) -> None:
        self.season = season
        self.window = window
        places = map(placement_of, season.schedule.games)
        self.planned = frozenset(place for place in places if place is not None)
        self.model = MipModel(season.league, self._forbidden())
        self._every_slot = tuple(s for slots in self.model.rounds for s in slots)
        add_format_constraints(self.model)
        self._keep_pairings()
        self._fix_games()
        self._enforce_rules()
        self.model.problem.setObjective(disturbance(self.model, self.planned))

    @property
    def covers_season(self) -> bool:
        """Whether the window includes every slot."""
        return all(map(self._in_window, self.season.league.slot_by_id))

    def exclude(self, selected: list[Placement]) -> None:
        """Exclude a repair: its new games must not all be selected again."""
        new = [place for place in selected if place not in self.planned]
        # no-good cut: sum of x over the new games <= their number - 1
        again = lpSum_vars(self.model.x[place] for place in new)
        self.model.add_constraint(again <= len(new) - 1)

    def _forbidden(self) -> frozenset[Placement]:
        """Return the placements that no repair may use."""
        season = self.season
        places = {
            game: place
            for game in season.schedule.games
            if (place := placement_of(game)) is not None
        }
        fixed = {place for game, place in places.items() if season.is_fixed(game)}
        movable = set(places.values()) - fixed
        slots = season.league.slot_by_id
        targets = {s for s in slots if self._in_window(s) and season.is_open(s)}
        return frozenset(
            place
            for place in all_placements(season.league)
            if place not in fixed
            and (
                place in season.forbidden
                or (place not in movable and place.slot not in targets)
            )
        )

    def _in_window(self, slot: SlotId) -> bool:
        if self.window is None:
            return True
        round_of = self.season.league.round_position
        is_reserve = round_of[slot] not in self._rounds_with_games
        return is_reserve or any(
            abs(round_of[slot] - round_of[game.slot]) <= self.window
            for game in self.season.affected_games
            if game.slot
        )

    @cached_property
    def _rounds_with_games(self) -> frozenset[int]:
        round_of = self.season.league.round_position
        return frozenset(round_of[place.slot] for place in self.planned)

    def _keep_pairings(self) -> None:
        """Keep the number of meetings of each pair."""
        pairs = Counter(
            tuple(sorted((game.home, game.away)))
            for game in self.season.schedule.games
            if game.status is not GameStatus.CANCELLED
        )
        for (first, second), games in pairs.items():
            meetings = self.model.meetings(first, second, self._every_slot)
            self.model.add_constraint(meetings == games)

    def _fix_games(self) -> None:
        for game in self.season.schedule.games:
            place = placement_of(game)
            if place is not None and self.season.is_fixed(game):
                self.model.add_constraint(self.model.x[place] == 1)
            if any(lock.attribute == "site" for lock in game.locks):
                self._keep_host(game)

    def _keep_host(self, game: Game) -> None:
        """Keep at least as many home games of the host against this opponent."""
        games = self.season.schedule.games
        hosted = sum((g.home, g.away) == (game.home, game.away) for g in games)
        kept = self.model.games_hosted(game.home, game.away, self._every_slot)
        self.model.add_constraint(kept >= hosted)

    def _enforce_rules(self) -> None:
        """Enforce hard rules; bound the deviation of those violated already."""
        before = Counter[ConstraintId]()
        for found in check(self.season.league, self.season.schedule).violations:
            before[found.constraint] += found.penalty
        for rule in self.season.league.active_constraints:
            if rule.hard and before[rule.id] == 0:
                enforce(self.model, rule)
            elif rule.hard:
                max_deviation = before[rule.id] // rule.weight
                self.model.add_constraint(deviation(self.model, rule) <= max_deviation)
