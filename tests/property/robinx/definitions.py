"""A second, direct implementation of the definitions of RobinX.

It shares no code with the constraint catalogue and is not optimised. Games are triples
of home team, away team and slot, as integers; a team plays at most once in a slot.
Van Bulck et al. 2020, doi:10.1016/j.ejor.2019.07.023.
"""

from collections.abc import Callable, Iterable
from itertools import combinations, groupby, pairwise, product

type Game = tuple[int, int, int]
type Attributes = dict[str, str]
type Deviation = Callable[[Attributes, list[Game]], int]

TEAMS = (0, 1, 2, 3)
SLOTS = (0, 1, 2, 3, 4, 5, 6)


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(";") if part]


def pairs(text: str) -> list[tuple[int, int]]:
    listed = [part.split(",") for part in text.split(";") if part]
    return [(int(one), int(other)) for one, other in listed]


def outside(attributes: Attributes, count: int) -> int:
    least = int(attributes.get("min", "0"))
    most = int(attributes.get("max", "1000"))
    return max(0, count - most) + max(0, least - count)


def is_of(game: Game, team: int, mode: str) -> bool:
    home, away, _ = game
    return ("H" in mode and home == team) or ("A" in mode and away == team)


def opponent(game: Game, team: int) -> int:
    return game[1] if game[0] == team else game[0]


def against(games: Iterable[Game], team: int, mode: str, others: list[int]) -> int:
    return sum(
        is_of(game, team, mode) and opponent(game, team) in others for game in games
    )


def in_slots(games: list[Game], slots: Iterable[int]) -> list[Game]:
    chosen = set(slots)
    return [game for game in games if game[2] in chosen]


def own(games: list[Game], team: int) -> list[Game]:
    return sorted((game for game in games if team in game[:2]), key=lambda g: g[2])


def ca1(a: Attributes, games: list[Game]) -> int:
    inside = in_slots(games, numbers(a["slots"]))
    return sum(
        outside(a, sum(is_of(game, team, a["mode"]) for game in inside))
        for team in numbers(a["teams"])
    )


def ca2(a: Attributes, games: list[Game]) -> int:
    inside = in_slots(games, numbers(a["slots"]))
    total = 0
    for team in numbers(a["teams1"]):
        others = [other for other in numbers(a["teams2"]) if other != team]
        groups = [others] if a["mode2"] == "GLOBAL" else [[other] for other in others]
        for group in groups:
            total += outside(a, against(inside, team, a["mode1"], group))
    return total


def ca3(a: Attributes, games: list[Game]) -> int:
    length, total = int(a["intp"]), 0
    for team in numbers(a["teams1"]):
        played = own(games, team)
        if a["mode2"] == "SLOTS":
            starts = SLOTS[: len(SLOTS) - length + 1]
            windows = [in_slots(games, range(s, s + length)) for s in starts]
        else:
            starts_ = range(len(played) - length + 1)
            windows = [played[start : start + length] for start in starts_]
        for window in windows:
            count = against(window, team, a["mode1"], numbers(a["teams2"]))
            total += outside(a, count)
    return total


def ca4(a: Attributes, games: list[Game]) -> int:
    first, second = numbers(a["teams1"]), numbers(a["teams2"])
    slots = numbers(a["slots"])
    groups = [slots] if a["mode2"] == "GLOBAL" else [[slot] for slot in slots]
    total = 0
    for group in groups:
        counted = {
            game
            for game in in_slots(games, group)
            if ("H" in a["mode1"] and game[0] in first and game[1] in second)
            or ("A" in a["mode1"] and game[1] in first and game[0] in second)
        }
        total += outside(a, len(counted))
    return total


def ca5(a: Attributes, games: list[Game]) -> int:
    total = 0
    for team in numbers(a["teams1"]):
        for away, trip in groupby(own(games, team), key=lambda g: g[1] == team):
            visits = sum(game[0] in numbers(a["teams2"]) for game in trip)
            if away and visits:
                total += outside(a, visits)
    return total


def ga1(a: Attributes, games: list[Game]) -> int:
    inside = in_slots(games, numbers(a["slots"]))
    chosen = pairs(a["meetings"])
    return outside(a, sum((home, away) in chosen for home, away, _ in inside))


def ga2(a: Attributes, games: list[Game]) -> int:
    def exists(first: str, second: str, slots: str, mode: str) -> bool:
        return any(
            against(in_slots(games, numbers(a[slots])), team, a[mode], [other])
            for team, other in product(numbers(a[first]), numbers(a[second]))
            if team != other
        )

    if not exists("teams1", "teams2", "slots1", "mode1"):
        return 0
    then = exists("teams3", "teams4", "slots2", "mode3")
    return int(then == (a["mode2"] == "NEQ"))


def breaks(games: list[Game], team: int, slots: Iterable[int], mode: str) -> int:
    return sum(
        (before[0] == team) == (game[0] == team)
        and is_of(game, team, mode)
        and game[2] in set(slots)
        for before, game in pairwise(own(games, team))
    )


def off(count: int, number: int, mode: str) -> int:
    """Return how far a count is from satisfying EQ, LEQ or GEQ."""
    over, under = max(0, count - number), max(0, number - count)
    return {"EQ": over + under, "LEQ": over, "GEQ": under}[mode]


def br1(a: Attributes, games: list[Game]) -> int:
    slots, number = numbers(a["slots"]), int(a["intp"])
    return sum(
        off(breaks(games, team, slots, a["mode2"]), number, a["mode1"])
        for team in numbers(a["teams"])
    )


def br2(a: Attributes, games: list[Game]) -> int:
    slots = numbers(a["slots"])
    total = sum(
        breaks(games, team, slots, a["homeMode"]) for team in numbers(a["teams"])
    )
    return off(total, int(a["intp"]), a["mode2"])


def br3(a: Attributes, games: list[Game]) -> int:
    count = {team: breaks(games, team, SLOTS, "HA") for team in TEAMS}
    return sum(
        max(0, abs(count[one] - count[other]) - int(a["intp"]))
        for one, other in combinations(numbers(a["teams"]), 2)
    )


def br4(a: Attributes, games: list[Game]) -> int:
    inside = in_slots(games, numbers(a["slots"]))
    total = 0
    for team in numbers(a["teams"]):
        runs = groupby(own(inside, team), key=lambda game: game[1] == team)
        trips = sum(away and len(list(run)) > 1 for away, run in runs)
        total += max(0, int(a["min"]) - trips)
    return total


def fa1(a: Attributes, games: list[Game]) -> int:
    total = 0
    for team in numbers(a["teams"]):
        differences = [
            abs(
                sum(
                    1 if game[0] == team else -1
                    for game in own(in_slots(games, range(slot + 1)), team)
                )
            )
            for slot in SLOTS
        ]
        total += max(0, max(differences) - int(a["intp"]))
    return total


def fa2(a: Attributes, games: list[Game]) -> int:
    def until(slot: int, team: int) -> int:
        return sum(
            is_of(game, team, a["mode"]) for game in in_slots(games, range(slot + 1))
        )

    return sum(
        max(
            max(0, abs(until(slot, one) - until(slot, other)) - int(a["intp"]))
            for slot in numbers(a["slots"])
        )
        for one, other in combinations(numbers(a["teams"]), 2)
    )


def mutual(games: list[Game], one: int, other: int) -> list[Game]:
    return [game for game in own(games, one) if other in game[:2]]


def fa3(a: Attributes, games: list[Game]) -> int:
    return sum(
        before[0] == game[0]
        for one, other in combinations(numbers(a["teams"]), 2)
        for before, game in pairwise(mutual(games, one, other))
    )


def fa4(a: Attributes, games: list[Game]) -> int:
    return max(0, carry_over(games) - int(a["intp"]))


def carry_over(games: list[Game]) -> int:
    matrix = {(one, other): 0 for one in TEAMS for other in TEAMS}
    for team in TEAMS:
        opponents = [opponent(game, team) for game in own(games, team)]
        for giver, taker in zip(opponents, opponents[1:] + opponents[:1], strict=True):
            matrix[giver, taker] += 1
    return sum(count * count for count in matrix.values())


def distance(one: int, other: int) -> int:
    """Return an asymmetric table of distances."""
    return 0 if one == other else 10 * one + other + 1


def travel(games: list[Game], team: int) -> int:
    venues = [game[0] for game in own(games, team)]
    route = [team, *venues, team]
    return sum(distance(one, other) for one, other in pairwise(route))


def fa5(a: Attributes, games: list[Game]) -> int:
    total = sum(travel(games, team) for team in numbers(a["teams"]))
    return max(0, total - int(a["intp"]))


def cost(home: int, away: int, slot: int) -> int:
    return (3 * home + 5 * away + slot) % 7


def fa6(a: Attributes, games: list[Game]) -> int:
    total = sum(cost(*game) for game in in_slots(games, numbers(a["slots"])))
    return max(0, total - int(a["intp"]))


def se1(a: Attributes, games: list[Game]) -> int:
    return sum(
        outside(a, game[2] - before[2] - 1)
        for one, other in combinations(numbers(a["teams"]), 2)
        for before, game in pairwise(mutual(games, one, other))
    )


def se2(a: Attributes, games: list[Game]) -> int:
    def meet(one: int, other: int, slot: int) -> bool:
        return bool(in_slots(mutual(games, one, other), [slot]))

    return sum(
        meet(one, other, first) != meet(one, other, second)
        for one, other in combinations(numbers(a["teams"]), 2)
        for first, second in dict.fromkeys(pairs(a["slotPairs"]))
    )


DEVIATIONS: dict[str, Deviation] = {
    "CA1": ca1,
    "CA2": ca2,
    "CA3": ca3,
    "CA4": ca4,
    "CA5": ca5,
    "GA1": ga1,
    "GA2": ga2,
    "BR1": br1,
    "BR2": br2,
    "BR3": br3,
    "BR4": br4,
    "FA1": fa1,
    "FA2": fa2,
    "FA3": fa3,
    "FA4": fa4,
    "FA5": fa5,
    "FA6": fa6,
    "SE1": se1,
    "SE2": se2,
}


def objective(name: str, games: list[Game]) -> int:
    return {
        "BM": sum(breaks(games, team, SLOTS, "HA") for team in TEAMS),
        "COE": carry_over(games),
        "CR": sum(cost(*game) for game in games),
        "TR": sum(travel(games, team) for team in TEAMS),
        "SC": 0,
        "NONE": 0,
    }[name]
