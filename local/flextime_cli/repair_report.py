"""Present repairs as a person at a terminal compares them."""

from collections.abc import Iterator

from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game
from flextime.serialization.type_adapters import adapter_of
from flextime_solver.repair.game_changes import GameChange, Repair
from flextime_solver.repair.repair import RepairResult

_WHAT_HELPS = (
    "Room comes from reserve dates (rounds without games in the league's calendar),"
    " from --lift RULE, or from a shorter trouble."
)


def repairs_json(found: RepairResult) -> str:
    """Return the repairs as indented JSON."""
    return adapter_of(RepairResult).dump_json(found, indent=2).decode()


def repairs_lines(league: League, found: RepairResult) -> str:
    """Return the ranked repairs as text, or the reasons why there are none."""
    return "\n".join(_lines(league, found))


def _lines(league: League, found: RepairResult) -> Iterator[str]:
    if not found.repairs:
        yield (
            "No repair keeps the hard rules: proven."
            if found.complete
            else "No repair was found in time."
        )
        yield from (f"  {sentence}" for sentence in found.no_room)
        if found.no_room:
            yield _WHAT_HELPS
        return
    for rank, one in enumerate(found.repairs, start=1):
        yield f"{rank}. {_headline(one)}"
        for move in one.moves:
            yield f"     {_moved(league, move)}"
    if found.complete:
        yield "There are no others: proven."


def _headline(one: Repair) -> str:
    parts = (
        _counted(len(one.moves), "game moves", "games move"),
        _counted(len(one.teams), "team", "teams"),
        _counted(one.notice_days, "day of notice", "days of notice"),
        f"{one.added_km:+,.0f} km",
    )
    least = " (proven: no repair moves fewer)" if one.proven_least else ""
    return ", ".join(parts) + least


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _moved(league: League, move: GameChange) -> str:
    before, after = move.before, move.after
    names = league.team_by_id
    game = f"{names[before.away].name} at {names[before.home].name}"
    site = "" if before.home == after.home else f", now at {names[after.home].name}"
    return f"{game}: {_when(league, before)} → {_when(league, after)}{site}"


def _when(league: League, game: Game) -> str:
    if game.slot is None:
        return "without a date"
    slot = league.slot_by_id[game.slot]
    return f"{slot.date:%a} {slot.date}" + (f" {slot.window}" if slot.window else "")
