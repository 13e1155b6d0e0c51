"""The instances that the benchmark solves, and the best that anybody found."""

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from flextime import shipped_leagues
from flextime.domain.ids import LeagueId
from flextime.domain.leagues.formats import PartialRoundRobin
from flextime.domain.leagues.league import League
from flextime.serialization.robinx import read_instance

SEASON = LeagueId("big12-mbb-2024-25")
_EARLY, _MIDDLE = range(1, 16), range(1, 6)
ITC = tuple(
    [f"Early_{number}" for number in _EARLY]
    + [f"Middle_{number}" for number in _MIDDLE]
)
TTP = ("NL8", "NL10", "NL12", "NL16")


@dataclass(frozen=True)
class Collection:
    """A folder of instances of the field: `itc2021`, `ttp`, `qoblib_small`."""

    folder: Path

    def competition(self, name: str) -> League:
        path = self.folder / "itc2021" / "instances" / f"ITC2021_{name}.xml"
        return read_instance(path.read_bytes())

    def tournament(self, name: str) -> League:
        return read_instance((self.folder / "ttp" / f"{name}.xml").read_bytes())

    def small(self) -> list[Path]:
        return sorted((self.folder / "qoblib_small" / "instances").glob("*.xml"))

    def best_known(self, family: str) -> dict[str, float]:
        """Objectives from the family's own file."""
        with (self.folder / family / "best_known.csv").open() as file:
            rows = csv.DictReader(file)
            return {row["instance"]: float(row["best_known"]) for row in rows}


def season() -> League:
    """The shipped season with its opponents free: who plays twice is chosen."""
    league = shipped_leagues.read(SEASON)
    if not isinstance(league.format, PartialRoundRobin):
        raise TypeError(f"{SEASON} is no partial round robin")
    return replace(league, format=replace(league.format, twice=None))


def season_as_paired() -> League:
    """The same with the published opponents; venues and dates stay free."""
    league = season()
    published = shipped_leagues.read_published(SEASON)
    met: set[frozenset[str]] = set()
    twice = []
    for game in published.games:
        pair = frozenset((game.home, game.away))
        if pair in met:
            twice.append((game.home, game.away))
        met.add(pair)
    assert isinstance(league.format, PartialRoundRobin)
    return replace(league, format=replace(league.format, twice=tuple(twice)))
