"""What is stored, and how much of it is read at once."""

from dataclasses import dataclass

from flextime.domain.ids import TenantId
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.summaries import Brief


@dataclass(frozen=True, slots=True)
class Conference:
    """The tenant's own record."""

    id: TenantId
    name: str
    office: Location | None = None


Aggregate = Conference | Team | Venue | League | SeasonSchedule | Run
"""What is stored: each is loaded and saved whole, and has an `id`."""

Listed = Aggregate | Brief
"""What a list has: things themselves, or of large ones their briefs."""


@dataclass(frozen=True, slots=True)
class Stored[T: Listed]:
    """A thing and the version of it that was read; versions begin at 1."""

    value: T
    version: int


@dataclass(frozen=True, slots=True)
class PageWanted:
    """Which of many: in order of id, after those that `cursor` has seen.

    Attributes
    ----------
    newest_first
        The order turned round; generated ids grow with time.
    """

    limit: int = 50
    cursor: str | None = None
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Page[T: Listed]:
    """Some of many, and where to go on; `cursor` is None on the last page."""

    items: tuple[Stored[T], ...]
    cursor: str | None
