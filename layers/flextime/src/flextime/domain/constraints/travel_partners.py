"""Travel partners: a team that meets one of a pair meets the other on the same trip.

College conferences pair neighbouring schools in this way to reduce travel.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flextime.domain.constraints.rule import Deviation, Rule, ensure_not_empty
from flextime.domain.constraints.side import Side
from flextime.domain.errors import InvalidField
from flextime.domain.ids import TeamId

if TYPE_CHECKING:
    from flextime.domain.schedules.timeline import TeamGame, Timeline


@dataclass(frozen=True, kw_only=True)
class TravelPartners(Rule):
    """Require games against both partners of a pair next to each other.

    A game against one partner must directly precede or follow a game against the other,
    on the same side and at most `max_days` days apart. Games between partners are
    exempt.

    Attributes
    ----------
    pairs
        Travel partners; a team has at most one partner.
    side
        ``away`` applies to visits to partners only, ``home`` to visits by partners.
    """

    kind: Literal["travel_partners"] = "travel_partners"
    pairs: tuple[tuple[TeamId, TeamId], ...]
    max_days: int = 3
    side: Side = Side.EITHER

    def __post_init__(self) -> None:
        super().__post_init__()
        named = tuple(team for pair in self.pairs for team in pair)
        ensure_not_empty(named, "pairs")
        for team in named:
            if named.count(team) > 1:
                raise InvalidField("pairs", f"must not name {team} twice")
        if self.max_days < 1:
            raise InvalidField("max_days", "must be at least 1")

    @property
    def partner(self) -> dict[TeamId, TeamId]:
        """The travel partner of each team that has one."""
        both_ways = (*self.pairs, *(pair[::-1] for pair in self.pairs))
        return dict(both_ways)

    def deviations(self, timeline: "Timeline") -> Iterator[Deviation]:
        """Yield a deviation of 1 for each game without one against the partner."""
        partner = self.partner
        for team in timeline.teams():
            played = timeline.games_of(team)
            for place, game in enumerate(played):
                other = partner.get(game.opponent)
                if other in {None, team} or not self.side.counts(game):
                    continue
                adjacent = (*played[:place][-1:], *played[place + 1 :][:1])
                if not any(self._meets(other, near, game) for near in adjacent):
                    yield self._deviation(timeline, game, partner[game.opponent])

    def _meets(self, other: TeamId | None, near: "TeamGame", game: "TeamGame") -> bool:
        """Return whether an adjacent game is against the partner on the same trip."""
        first, second = sorted((near, game), key=lambda played: played.date)
        return (
            near.opponent == other
            and near.at_home == game.at_home
            and (second.date - first.last_date).days <= self.max_days
        )

    def _deviation(
        self, timeline: "Timeline", game: "TeamGame", other: TeamId
    ) -> Deviation:
        verb = "hosts" if game.at_home else "visits"
        return Deviation(
            amount=1,
            message=(
                f"{timeline.name(game.team)} {verb} {timeline.name(game.opponent)}"
                f" {game.when} but not its travel partner {timeline.name(other)} within"
                f" {self.max_days} days directly before or after"
            ),
            teams=(game.team, game.opponent, other),
            games=(game.game.id,),
        )
