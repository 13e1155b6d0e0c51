"""An instance of RobinX as a league."""

from datetime import date, timedelta
from itertools import combinations

from flextime.documents.robinx.constraints import read_constraints
from flextime.documents.robinx.elements import Node
from flextime.documents.robinx.resources import Resources
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.game_costs import GameCost, GameCosts
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.formats import RoundRobin
from flextime.domain.geography import Location
from flextime.domain.goals import Goals, TravelModel
from flextime.domain.ids import ConstraintId, LeagueId, RoundId, SlotId, TeamId, VenueId
from flextime.domain.league import League, Team, Venue
from flextime.domain.season import Round, SeasonCalendar, Slot

FIRST_DAY = date(2000, 1, 3)
"""RobinX slots have no dates: slot after slot, a day each from this Monday on."""
OBJECTIVES = ("SC", "TR", "BM", "COE", "CR", "NONE")
_NOWHERE = Location(0.0, 0.0, "Etc/UTC")
"""RobinX venues have no place; distances come from its table alone."""


def read_instance(text: str | bytes) -> League:
    """A league whose ids of teams and slots are the file's own.

    Raises
    ------
    InvalidLeague
        With the path of the element or attribute at fault.
    """
    instance = Node.parse(text, "Instance")
    resources = Resources.read(instance)
    if len(resources.teams) < 2:
        raise instance.fault(None, "Resources/Teams names fewer than two teams")
    name = instance.text("MetaData/InstanceName") or "RobinX instance"
    constraints = (
        *read_constraints(instance, resources),
        *_game_mode(instance, resources),
        *_objective_rules(instance, resources),
    )
    return League(
        id=LeagueId(name),
        name=name,
        sport="robinx",
        season="",
        teams=tuple(_team(resources, team) for team in resources.teams),
        venues=tuple(_venue(resources, team) for team in resources.teams),
        calendar=_calendar(resources),
        format=_format(instance, resources),
        constraints=constraints,
        goals=_goals(instance),
        distances_km=_distances(instance, resources),
    )


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


def _format(instance: Node, resources: Resources) -> RoundRobin:
    structure = instance.child("Structure/Format")
    if structure is None:
        raise instance.fault(None, "Structure/Format is missing")
    times_text = structure.text("numberRoundRobin") or ""
    if not times_text.isdigit() or times_text == "0":
        message = f"numberRoundRobin is {times_text!r}, no positive whole number"
        raise structure.fault(None, message)
    if instance.below("Structure/AdditionalGames"):
        raise instance.fault(None, "Structure/AdditionalGames are not supported")
    compactness = structure.text("compactness")
    if compactness not in {"C", "R"}:
        raise structure.fault(None, f"compactness {compactness!r} is neither C nor R")
    times = int(times_text)
    _enough_slots(instance, resources, times, compact=compactness == "C")
    return RoundRobin(times=times, phased=_mode(instance) == "P")


def _enough_slots(
    instance: Node, resources: Resources, times: int, *, compact: bool
) -> None:
    teams = len(resources.teams)
    needed = times * (teams - 1 if teams % 2 == 0 else teams)
    found = len(resources.slots)
    if found < needed or (compact and found != needed):
        word = "exactly" if compact else "at least"
        message = f"{found} slots, {word} {needed} are needed for {teams} teams"
        raise instance.fault(None, f"Resources/Slots names {message}")


def _mode(instance: Node) -> str:
    mode = instance.text("Structure/Format/gameMode") or "NULL"
    if mode not in {"P", "NULL", "M", "I", "E", "F"}:
        raise instance.fault(
            None, f"Structure/Format/gameMode {mode!r} is none of P, NULL, M, I, E, F"
        )
    return mode


def _game_mode(instance: Node, resources: Resources) -> tuple[Constraint, ...]:
    """A second half that repeats the first in some order, venues swapped."""
    half = len(resources.slots) // 2
    order = {
        "M": lambda place: place,
        "I": lambda place: half - 1 - place,
        "E": lambda place: (place - 1) % half,
        "F": lambda place: (place + 1) % half,
    }.get(_mode(instance))
    if order is None:
        return ()
    pairs = tuple(
        (resources.slots[order(place)], resources.slots[half + place])
        for place in range(half)
    )
    return (
        PairedSlots(id=ConstraintId("game-mode-slots"), slot_pairs=pairs),
        AlternatingVenues(id=ConstraintId("game-mode-venues")),
    )


def _goals(instance: Node) -> Goals:
    by_travel = instance.text("ObjectiveFunction/Objective") == "TR"
    return Goals(TravelModel.CHAIN, travel_points_per_km=int(by_travel))


def _objective_rules(instance: Node, resources: Resources) -> tuple[Constraint, ...]:
    """Objectives other than soft constraints and travel, as soft rules."""
    objective = instance.text("ObjectiveFunction/Objective") or "NONE"
    rule_id = ConstraintId("objective")
    if objective in {"SC", "TR", "NONE"}:
        return ()
    if objective == "BM":
        return (TotalBreaks(id=rule_id, hard=False, max_breaks=0),)
    if objective == "COE":
        return (CarryOver(id=rule_id, hard=False, max_value=0),)
    if objective == "CR":
        return (GameCosts(id=rule_id, hard=False, costs=_costs(instance, resources)),)
    raise instance.fault(
        None,
        f"ObjectiveFunction/Objective {objective!r} is none of {', '.join(OBJECTIVES)}",
    )


def _costs(instance: Node, resources: Resources) -> tuple[GameCost, ...]:
    return tuple(
        GameCost(
            home=_known_team(node, resources, "team1"),
            away=_known_team(node, resources, "team2"),
            slot=SlotId(node.attribute("slot")),
            cost=node.number("cost"),
        )
        for node in instance.below("Data/Costs")
    )


def _distances(instance: Node, resources: Resources) -> tuple[tuple[float, ...], ...]:
    """Rows and columns in the teams' order; zero where the file says nothing."""
    given: dict[tuple[TeamId, TeamId], float] = {}
    for node in instance.below("Data/Distances"):
        start = _known_team(node, resources, "team1")
        end = _known_team(node, resources, "team2")
        given[start, end] = _distance(node)
    if instance.text("ObjectiveFunction/Objective") == "TR":
        for start, end in combinations(resources.teams, 2):
            if (start, end) not in given and (end, start) not in given:
                message = f"Data/Distances has none from team {start} to {end}"
                raise instance.fault(None, message)
    return tuple(
        tuple(
            given.get((start, end), given.get((end, start), 0.0))
            for end in resources.teams
        )
        for start in resources.teams
    )


def _distance(node: Node) -> float:
    text = node.attribute("dist")
    try:
        distance = float(text)
    except ValueError:
        raise node.fault("dist", f"{text!r} is no number") from None
    if not 0 <= distance < float("inf"):
        raise node.fault("dist", f"{text} is no distance")
    return distance


def _known_team(node: Node, resources: Resources, attribute: str) -> TeamId:
    team = TeamId(node.attribute(attribute))
    if team not in resources.team_names:
        raise node.fault(attribute, f"there is no team {team!r}")
    return team
