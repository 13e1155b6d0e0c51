"""Hypothesis strategies for RobinX files: one constraint, four teams, seven slots."""

from itertools import product
from xml.etree.ElementTree import Element, SubElement, tostring

from hypothesis import strategies as st

from .definitions import SLOTS, TEAMS, Attributes, Game, cost, distance

FAMILIES = {
    "CA": "CapacityConstraints",
    "GA": "GameConstraints",
    "BR": "BreakConstraints",
    "FA": "FairnessConstraints",
    "SE": "SeparationConstraints",
}


def _some(members: tuple[int, ...]) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(members), min_size=1, unique=True)
    return chosen.map(lambda names: "".join(f"{name};" for name in names))


def _pairs(members: tuple[int, ...]) -> st.SearchStrategy[str]:
    pair = st.lists(st.sampled_from(members), min_size=2, max_size=2, unique=True)
    listed = st.lists(pair.map(tuple), min_size=1, max_size=4, unique=True)
    return listed.map(lambda found: "".join(f"{one},{two};" for one, two in found))


_few = st.integers(0, 2).map(str)
_side = st.sampled_from(["H", "A", "HA"])
_scope = st.sampled_from(["GLOBAL", "EVERY"])
_relation = st.sampled_from(["LEQ", "EQ", "GEQ"])
_least, _most = st.integers(0, 2).map(str), st.integers(2, 3).map(str)
_teams, _slots = _some(TEAMS), _some(SLOTS)
_limits = {"min": _least, "max": _most}
_groups = {"teams1": _teams, "teams2": _teams}
_all_teams = st.just(";".join(map(str, TEAMS)))

FIELDS: dict[str, dict[str, st.SearchStrategy[str]]] = {
    "CA1": {**_limits, "teams": _teams, "slots": _slots, "mode": _side},
    "CA2": {**_limits, **_groups, "slots": _slots, "mode1": _side, "mode2": _scope},
    "CA3": {
        **_limits,
        **_groups,
        "mode1": _side,
        "mode2": st.sampled_from(["SLOTS", "GAMES"]),
        "intp": st.integers(1, 8).map(str),
    },
    "CA4": {**_limits, **_groups, "slots": _slots, "mode1": _side, "mode2": _scope},
    "CA5": {**_limits, **_groups},
    "GA1": {**_limits, "meetings": _pairs(TEAMS), "slots": _slots},
    "GA2": {
        **_groups,
        "teams3": _teams,
        "teams4": _teams,
        "slots1": _slots,
        "slots2": _slots,
        "mode1": _side,
        "mode2": st.sampled_from(["EQ", "NEQ"]),
        "mode3": _side,
    },
    "BR1": {
        "teams": _teams,
        "slots": _slots,
        "intp": _few,
        "mode1": _relation,
        "mode2": _side,
    },
    "BR2": {
        "teams": _teams,
        "slots": _slots,
        "intp": st.integers(0, 8).map(str),
        "mode2": _relation,
        "homeMode": _side,
    },
    "BR3": {"teams": _teams, "intp": _few},
    "BR4": {"teams": _teams, "slots": _slots, "min": st.integers(1, 3).map(str)},
    "FA1": {"teams": _teams, "intp": _few},
    "FA2": {"teams": _teams, "slots": _slots, "intp": _few, "mode": _side},
    "FA3": {"teams": _teams},
    "FA4": {"teams": _all_teams, "intp": st.integers(0, 30).map(str)},
    "FA5": {"teams": _teams, "intp": st.integers(0, 150).map(str)},
    "FA6": {"slots": _slots, "intp": st.integers(0, 20).map(str)},
    "SE1": {**_limits, "teams": _teams},
    "SE2": {"teams": _teams, "slotPairs": _pairs(SLOTS)},
}


@st.composite
def constraints(draw: st.DrawFn, tag: str) -> Attributes:
    """Return the attributes of an element."""
    drawn = draw(st.fixed_dictionaries(FIELDS[tag]))
    drawn |= {
        "type": draw(st.sampled_from(["HARD", "SOFT"])),
        "penalty": draw(st.integers(0, 3).map(str)),
    }
    return dict(draw(st.permutations(list(drawn.items()))))


@st.composite
def schedules(draw: st.DrawFn) -> list[Game]:
    """Draw any games, with each team at most once in a slot."""
    possible = [
        (home, away, slot)
        for home, away, slot in product(TEAMS, TEAMS, SLOTS)
        if home != away
    ]
    drawn: list[Game] = []
    busy: set[tuple[int, int]] = set()
    for home, away, slot in draw(st.permutations(possible)):
        if not busy & {(home, slot), (away, slot)}:
            busy |= {(home, slot), (away, slot)}
            drawn.append((home, away, slot))
    return drawn[: draw(st.integers(0, len(drawn)))]


def instance_xml(
    tag: str | None = None,
    attributes: Attributes | None = None,
    objective: str = "SC",
    round_robins: int = 2,
) -> bytes:
    """Return a relaxed round robin with distances, costs and at most one constraint."""
    root = Element("Instance")
    SubElement(SubElement(root, "MetaData"), "InstanceName").text = "Drawn"
    format_ = SubElement(SubElement(root, "Structure"), "Format", leagueIds="0")
    SubElement(format_, "numberRoundRobin").text = str(round_robins)
    SubElement(format_, "compactness").text = "R"
    goal = SubElement(root, "ObjectiveFunction")
    SubElement(goal, "Objective").text = objective
    _data(SubElement(root, "Data"))
    resources = SubElement(root, "Resources")
    teams, slots = SubElement(resources, "Teams"), SubElement(resources, "Slots")
    for team in TEAMS:
        SubElement(teams, "team", id=str(team), league="0", name=f"Team {team}")
    for slot in SLOTS:
        SubElement(slots, "slot", id=str(slot), name=f"Slot {slot}")
    rules = SubElement(root, "Constraints")
    if tag and attributes:
        SubElement(SubElement(rules, FAMILIES[tag[:2]]), tag, attributes)
    written: bytes = tostring(root)
    return written


def _data(data: Element) -> None:
    distances, costs = SubElement(data, "Distances"), SubElement(data, "Costs")
    for one, other in product(TEAMS, TEAMS):
        ends = {"team1": str(one), "team2": str(other)}
        SubElement(distances, "distance", ends, dist=str(distance(one, other)))
        for slot in SLOTS:
            price = {"slot": str(slot), "cost": str(cost(one, other, slot))}
            SubElement(costs, "cost", ends | price)


def solution_xml(games: list[Game]) -> bytes:
    root = Element("Solution")
    listed = SubElement(root, "Games")
    for home, away, slot in games:
        game = {"home": str(home), "away": str(away), "slot": str(slot)}
        SubElement(listed, "ScheduledMatch", game)
    written: bytes = tostring(root)
    return written
