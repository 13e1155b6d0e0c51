"""RobinX solutions: games with their home team, away team and slot."""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from flextime.domain.errors import InvalidSchedule
from flextime.domain.ids import SlotId, TeamId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, Schedule, game_id
from flextime.serialization.robinx.elements import Node
from flextime.serialization.team_names import TeamNames


def read_solution(text: str | bytes, league: League) -> Schedule:
    """Read a solution as a schedule of `league`.

    Raises
    ------
    InvalidSchedule
        With the path of the invalid element or attribute.
    """
    root = Node.parse(text, "Solution", InvalidSchedule)
    if root.child("Games") is None:
        raise root.error(None, "Games is missing")
    names = TeamNames(league)
    meetings: Counter[tuple[TeamId, TeamId]] = Counter()
    games = []
    for node in root.children_at("Games", "ScheduledMatch"):
        home, away = (_team(node, names, side) for side in ("home", "away"))
        if home == away:
            raise node.error("away", f"team {away} cannot play itself")
        slot = SlotId(node.attribute("slot"))
        if slot not in league.slot_by_id:
            raise node.error("slot", f"there is no slot {slot!r}")
        meetings[home, away] += 1
        name = game_id(home, away, meetings[home, away])
        games.append(Game(id=name, home=home, away=away, slot=slot))
    return Schedule(league.id, tuple(games))


def _team(node: Node, names: TeamNames, side: str) -> TeamId:
    text = node.attribute(side)
    team = names.find(text)
    if team is None:
        raise node.error(side, f"there is no team {text!r}")
    return team


def objective_text(objective: float) -> str:
    """Return an objective with up to three decimals and no trailing zeros."""
    return f"{objective:.3f}".rstrip("0").rstrip(".")


def write_solution(
    league: League, schedule: Schedule, score: tuple[int, float]
) -> bytes:
    """Return the XML of a solution; `score` is its infeasibility and objective."""
    root = Element("Solution")
    meta = SubElement(root, "MetaData")
    SubElement(meta, "InstanceName").text = league.name
    infeasibility, objective = score
    SubElement(
        meta,
        "ObjectiveValue",
        infeasibility=str(infeasibility),
        objective=objective_text(objective),
    )
    games = SubElement(root, "Games")
    place = league.slot_position
    for game in sorted(
        (game for game in schedule.games if game.slot is not None),
        key=lambda game: (place[game.slot or SlotId("")], game.home),
    ):
        SubElement(
            games, "ScheduledMatch", home=game.home, away=game.away, slot=str(game.slot)
        )
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written
