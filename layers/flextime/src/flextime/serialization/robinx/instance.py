"""Conversion of a RobinX instance to a league."""

import re
from datetime import date, timedelta

from flextime.domain.ids import LeagueId, RoundId, TeamId, VenueId
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.leagues.season import Round, SeasonCalendar, Slot
from flextime.domain.text import Text
from flextime.serialization.robinx.basic_constraints import all_games
from flextime.serialization.robinx.constraints import read_constraints
from flextime.serialization.robinx.data import read_distances
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.objective import objective_rules, read_goals
from flextime.serialization.robinx.resources import Resources
from flextime.serialization.robinx.structure import game_mode_rules, read_format

FIRST_DAY = date(2000, 1, 3)
"""RobinX slots have no dates; they become consecutive days from this Monday."""
_TEAM_NAME = Text(100, is_name=True)
"""Also the short name of the team, and part of the name of its venue."""
_NOWHERE = Location(0.0, 0.0, "Etc/UTC")
"""RobinX venues have no location; distances come from the table of the instance."""


def read_instance(text: str | bytes, *, optional_games: bool = False) -> League:
    """Read an instance as a league with the same ids of teams and slots.

    Parameters
    ----------
    optional_games
        Whether to accept an instance in which BA1 is soft. The league itself requires
        all games; `read_all_games` returns the penalty of a missing one.

    Raises
    ------
    InvalidLeague
        With the path of the invalid element or attribute.
    """
    instance = Node.parse(text, "Instance")
    all_games_rule = all_games(instance)
    if not (all_games_rule.hard or optional_games):
        raise all_games_rule.unsupported()
    resources = Resources.read(instance)
    if len(resources.teams) < 2:
        raise instance.error(None, "Resources/Teams has fewer than two teams")
    _ensure_names_fit(instance)
    name = instance.text("MetaData/InstanceName") or "RobinX instance"
    if fault := Text(255, is_name=True).fault(name):
        raise instance.error(None, f"MetaData/InstanceName {fault}")
    format_ = read_format(resources, optional_games=not all_games_rule.hard)
    return League(
        id=_league_id(name),
        name=name,
        sport="robinx",
        season="",
        teams=tuple(_team(resources, team) for team in resources.teams),
        venues=tuple(_venue(resources, team) for team in resources.teams),
        calendar=_calendar(resources),
        format=format_,
        constraints=(
            *read_constraints(instance, resources),
            *game_mode_rules(resources, format_.times),
            *objective_rules(resources),
        ),
        goals=read_goals(resources),
        distances_km=read_distances(resources),
    )


def _league_id(name: str) -> LeagueId:
    """Return the name of an instance as a valid id."""
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("._-")
    return LeagueId(slug[:100] or "robinx")


def _ensure_names_fit(instance: Node) -> None:
    """Raise `InvalidLeague` for a name that is too long for a team or its venue."""
    for node in instance.children_at("Resources/Teams", "team"):
        name = node.attribute("name", "")
        if name and (fault := _TEAM_NAME.fault(name)):
            raise node.error("name", f"the name of a team {fault}")


def _team(resources: Resources, team: TeamId) -> Team:
    name = resources.team_names[team] or f"Team {team}"
    return Team(team, name, name, VenueId(f"venue-{team}"))


def _venue(resources: Resources, team: TeamId) -> Venue:
    name = resources.team_names[team] or f"Team {team}"
    return Venue(VenueId(f"venue-{team}"), f"Venue of {name}", _NOWHERE)


def _calendar(resources: Resources) -> SeasonCalendar:
    return SeasonCalendar(
        tuple(
            Round(RoundId(slot), (Slot(slot, FIRST_DAY + timedelta(days=place)),))
            for place, slot in enumerate(resources.slots)
        )
    )
