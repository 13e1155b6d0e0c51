"""The format of an instance: number of round robins, game mode and compactness."""

from flextime.domain.constraints import Constraint
from flextime.domain.constraints.alternating_venues import AlternatingVenues
from flextime.domain.constraints.paired_slots import PairedSlots
from flextime.domain.ids import ConstraintId, SlotId
from flextime.domain.leagues.formats import RoundRobin
from flextime.serialization.robinx.elements import Node
from flextime.serialization.robinx.resources import Resources

_MAX_TIMES = 100


def read_format(resources: Resources, *, optional_games: bool) -> RoundRobin:
    """Return the round robin of an instance.

    Parameters
    ----------
    optional_games
        Whether BA1 is soft, so that there may be too few slots for all games.

    Raises
    ------
    InvalidLeague
        With the path of the invalid or unsupported element.
    """
    instance = resources.instance
    structure = _structure(instance)
    times = _times(structure)
    mode = _mode(instance)
    if instance.children_at("Structure/AdditionalGames"):
        raise instance.error(None, "Structure/AdditionalGames are not supported")
    compactness = structure.text("compactness") or "R"
    if compactness not in {"C", "R"}:
        raise structure.error(None, f"compactness {compactness!r} is neither C nor R")
    if not optional_games:
        _enough_slots(resources, times, compact=compactness == "C")
    if mode != "NULL" and len(resources.slots) % times:
        message = (
            f"gameMode {mode} requires {times} equal parts,"
            f" but there are {len(resources.slots)} slots"
        )
        raise structure.error(None, message)
    return RoundRobin(times=times, phased=mode == "P")


def _structure(instance: Node) -> Node:
    structure = instance.child("Structure/Format")
    if structure is None:
        raise instance.error(None, "Structure/Format is missing")
    formats = [n for n in instance.children_at("Structure") if n.tag == "Format"]
    if len(formats) > 1:
        raise formats[1].error(None, "only one format is supported")
    return structure


def _times(structure: Node) -> int:
    text = structure.text("numberRoundRobin") or ""
    times = structure.parse_integer(
        text, lambda message: structure.error(None, f"numberRoundRobin: {message}")
    )
    if not 1 <= times <= _MAX_TIMES:
        message = f"numberRoundRobin {times} is not between 1 and {_MAX_TIMES}"
        raise structure.error(None, message)
    return times


def _enough_slots(resources: Resources, times: int, *, compact: bool) -> None:
    teams = len(resources.teams)
    needed = times * (teams - 1 if teams % 2 == 0 else teams)
    found = len(resources.slots)
    if found < needed or (compact and found != needed):
        word = "exactly" if compact else "at least"
        message = f"{found} slots, but {teams} teams require {word} {needed}"
        raise resources.instance.error(None, f"Resources/Slots has {message}")


def _mode(instance: Node) -> str:
    mode = instance.text("Structure/Format/gameMode") or "NULL"
    if mode not in {"P", "NULL", "M", "I", "E", "F"}:
        raise instance.error(
            None,
            f"Structure/Format/gameMode {mode!r} is not one of P, NULL, M, I, E, F",
        )
    return mode


def game_mode_rules(resources: Resources, times: int) -> tuple[Constraint, ...]:
    """Return constraints for game modes in which parts repeat with swapped venues.

    They are mirrored (M), inverted (I), English (E) and French (F).
    """
    size = len(resources.slots) // times
    order = {
        "M": lambda place: place,
        "I": lambda place: size - 1 - place,
        "E": lambda place: (place - 1) % size,
        "F": lambda place: (place + 1) % size,
    }.get(_mode(resources.instance))
    if order is None or times == 1:
        return ()
    pairs = tuple(
        (
            resources.slots[part * size + order(place)],
            resources.slots[(part + 1) * size + place],
        )
        for part in range(times - 1)
        for place in range(size)
    )
    return _repeated_parts(pairs)


def _repeated_parts(
    pairs: tuple[tuple[SlotId, SlotId], ...],
) -> tuple[Constraint, ...]:
    source = "/Instance/Structure/Format/gameMode"
    return (
        PairedSlots(
            id=ConstraintId("game-mode-slots"), slot_pairs=pairs, source=source
        ),
        AlternatingVenues(id=ConstraintId("game-mode-venues"), source=source),
    )
