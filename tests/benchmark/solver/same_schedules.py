"""Whether a change of the solver leaves every schedule as it was.

    PYTHONPATH=tests python -m benchmark.solver.same_schedules record FOLDER FILE
    PYTHONPATH=tests python -m benchmark.solver.same_schedules compare FOLDER FILE

With one seed and a budget in moves a solve depends on nothing but the instance and the
code. `record` writes a digest of each instance's schedule; `compare`, run by another
version, says which differ and ends with exit code 1 if any does. FOLDER holds the
field's instances, as for `make bench-solver`.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmark.solver.instances import ITC, Collection, season
from flextime import shipped_leagues
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import Instance
from flextime.domain.schedules.games import Schedule
from flextime.serialization.robinx import read_instance
from flextime_solver.solve import solve
from flextime_solver.stop import MaxIterations
from flextime_solver.strategies import params_of

_SEED = 7
_MOVES = 400_000
_TTP = ("NL4", "NL6", "NL8", "NL10", "NL12", "CIRC6", "CIRC8", "CIRC10")
_SMALL_INSTANCES = 8


def main() -> None:
    parser = ArgumentParser(prog="same_schedules", description=__doc__)
    parser.add_argument("action", choices=("record", "compare"))
    parser.add_argument("instances", type=Path, help="folder of the instances")
    parser.add_argument("file", type=Path, help="the digests")
    parser.add_argument("--only", nargs="+", help="instances, by name")
    chosen = parser.parse_args()
    before = json.loads(chosen.file.read_text()) if chosen.action == "compare" else {}
    digests: dict[str, str] = {}
    for name, strategy, league in _runs(Collection(chosen.instances)):
        if chosen.only and name not in chosen.only:
            continue
        key = f"{name} {strategy}"
        digests[key] = _digest_of_run(league, strategy)
        verdict = (
            ""
            if not before
            else ("same" if before.get(key) == digests[key] else "OTHER")
        )
        print(key, digests[key], verdict, flush=True)
    if chosen.action == "record":
        chosen.file.write_text(json.dumps(digests, indent=1) + "\n")
        return
    other = [key for key, digest in digests.items() if before.get(key) != digest]
    print(f"{len(digests) - len(other)} of {len(digests)} schedules are the same")
    sys.exit(1 if other else 0)


def _runs(collection: Collection) -> Iterator[tuple[str, str, League]]:
    for league_id in shipped_leagues.league_ids():
        yield league_id, "default", shipped_leagues.read(league_id)
    yield "big12-free-pairings", "default", season()
    yield "big12-free-pairings", "reheated", season()
    for name in _TTP:
        yield name, "default", collection.tournament(name)
    for path in collection.small()[:_SMALL_INSTANCES]:
        yield path.stem, "default", read_instance(path.read_bytes())
    for number, name in enumerate(ITC):
        strategy = "reheated" if number % 4 == 0 else "default"
        yield name, strategy, collection.competition(name)


def _digest_of_run(league: League, strategy: str) -> str:
    stop = MaxIterations(_MOVES)
    result = solve(Instance(league), params_of(strategy), stop, _SEED)
    text = f"{result.status} {result.rank} {result.moves} {_games(result.schedule)}"
    return sha256(text.encode()).hexdigest()[:16]


def _games(schedule: Schedule | None) -> list[tuple[str, str, str, str]]:
    games = schedule.games if schedule is not None else ()
    return sorted(
        (str(game.slot), str(game.home), str(game.away), str(game.venue))
        for game in games
    )


if __name__ == "__main__":
    main()
