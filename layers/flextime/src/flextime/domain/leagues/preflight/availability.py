"""Which team can play, and which can host, in which slots."""

from dataclasses import dataclass
from functools import cached_property

from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_dark import VenueDark
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight.hard_rules import chosen, hard_rules
from flextime.domain.leagues.season import Slot, Weekday


@dataclass(frozen=True)
class Availability:
    """What the hard rules about dates leave to each team."""

    league: League

    def can_play(self, team: TeamId, slot: SlotId) -> bool:
        return slot in self._playable[team]

    def can_host(self, team: TeamId, slot: SlotId) -> bool:
        return slot in self._hostable[team]

    def can_meet(self, first: TeamId, second: TeamId, slot: SlotId) -> bool:
        """Whether the two can play each other there, at one of them."""
        both = self.can_play(first, slot) and self.can_play(second, slot)
        return both and (self.can_host(first, slot) or self.can_host(second, slot))

    def rest_days(self, team: TeamId) -> int:
        """Free days that must lie between games; -1 when a day may see two."""
        needed = [
            rule.min_rest_days
            for _, rule in hard_rules(self.league, RestDays)
            if chosen(rule.teams, team)
        ]
        return max(needed, default=-1)

    def most_games(
        self, team: TeamId, *, outside: frozenset[SlotId] = frozenset()
    ) -> int:
        """Games that fit into a team's season: one a round, rests between them."""
        return self._most(self._playable[team] - outside, self.rest_days(team))

    def most_home_games(self, team: TeamId) -> int:
        return self._most(self._hostable[team], self.rest_days(team))

    def rounds_of(self, slots: frozenset[SlotId] | set[SlotId]) -> int:
        """How many rounds the slots lie in."""
        return len({self.league.round_position[slot] for slot in slots})

    def hostable(self, team: TeamId) -> frozenset[SlotId]:
        return self._hostable[team]

    def playable(self, team: TeamId) -> frozenset[SlotId]:
        return self._playable[team]

    def _most(self, slots: frozenset[SlotId], rest_days: int) -> int:
        """The earliest game that fits is never a worse choice than a later one."""
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
        dark: dict[TeamId, set[SlotId]] = {team.id: set() for team in self.league.teams}
        for _, rule in hard_rules(self.league, VenueDark):
            dark[rule.team].update(rule.slots)
        return {team: slots - dark[team] for team, slots in self._playable.items()}

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
