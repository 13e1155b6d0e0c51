"""The slots in which each team can play, and those in which it can host."""

from dataclasses import dataclass
from functools import cached_property

from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.hard_rules import applies_to, hard_rules
from flextime.domain.leagues.season import Slot, Weekday


@dataclass(frozen=True)
class Availability:
    """Slots that the hard constraints on dates leave to each team.

    They are `TeamUnavailable`, `NoSunday`, `VenueUnavailable` and `RestDays`.
    """

    league: League

    def can_play(self, team: TeamId, slot: SlotId) -> bool:
        """Return whether a team can play in a slot, at home or away."""
        return slot in self._playable[team]

    def can_host(self, team: TeamId, slot: SlotId) -> bool:
        """Return whether a team can play at home in a slot."""
        return slot in self._hostable[team]

    def can_meet(self, first: TeamId, second: TeamId, slot: SlotId) -> bool:
        """Return whether two teams can meet in a slot, at the home of one of them."""
        both = self.can_play(first, slot) and self.can_play(second, slot)
        return both and (self.can_host(first, slot) or self.can_host(second, slot))

    def rest_days(self, team: TeamId) -> int:
        """Return the required days of rest between games; -1 allows two on one day."""
        needed = [
            rule.min_rest_days
            for _, rule in hard_rules(self.league, RestDays)
            if applies_to(rule.teams, team)
        ]
        return max(needed, default=-1)

    def max_game_count(
        self, team: TeamId, *, outside: frozenset[SlotId] = frozenset()
    ) -> int:
        """Return an upper bound on a team's games: one a round, with days of rest.

        Parameters
        ----------
        outside
            Slots in which the team does not play.
        """
        return self._max_count(self._playable[team] - outside, self.rest_days(team))

    def max_home_game_count(self, team: TeamId) -> int:
        """Return an upper bound on a team's home games, counted in the same way."""
        return self._max_count(self._hostable[team], self.rest_days(team))

    def round_count(self, slots: frozenset[SlotId] | set[SlotId]) -> int:
        """Return the number of distinct rounds of some slots."""
        return len({self.league.round_position[slot] for slot in slots})

    def hostable(self, team: TeamId) -> frozenset[SlotId]:
        """Return the slots in which a team can play at home."""
        return self._hostable[team]

    def playable(self, team: TeamId) -> frozenset[SlotId]:
        """Return the slots in which a team can play."""
        return self._playable[team]

    def _max_count(self, slots: frozenset[SlotId], rest_days: int) -> int:
        """Count games greedily by earliest slot, which is optimal for one team."""
        count, last_round = 0, -1
        latest: Slot | None = None
        for slot in self.league.calendar.slots:
            place = self.league.round_position[slot.id]
            rested = latest is None or self.league.days_apart(latest, slot) > rest_days
            if slot.id in slots and place > last_round and rested:
                count, last_round, latest = count + 1, place, slot
        return count

    @cached_property
    def _playable(self) -> dict[TeamId, frozenset[SlotId]]:
        blocked: dict[TeamId, set[SlotId]] = {
            team.id: set() for team in self.league.teams
        }
        for _, away in hard_rules(self.league, TeamUnavailable):
            blocked[away.team].update(away.slots)
        for _, sunday in hard_rules(self.league, NoSunday):
            for team in sunday.teams:
                blocked[team].update(self._sundays)
        return {team: self._all_slots - slots for team, slots in blocked.items()}

    @cached_property
    def _hostable(self) -> dict[TeamId, frozenset[SlotId]]:
        closed: dict[TeamId, set[SlotId]] = {
            team.id: set() for team in self.league.teams
        }
        for _, rule in hard_rules(self.league, VenueUnavailable):
            closed[rule.team].update(rule.slots)
        return {team: slots - closed[team] for team, slots in self._playable.items()}

    @cached_property
    def _all_slots(self) -> frozenset[SlotId]:
        return frozenset(self.league.slot_by_id)

    @cached_property
    def _sundays(self) -> tuple[SlotId, ...]:
        return tuple(
            slot.id
            for slot in self.league.calendar.slots
            if self.league.falls_on(slot, (Weekday.SUNDAY,))
        )
