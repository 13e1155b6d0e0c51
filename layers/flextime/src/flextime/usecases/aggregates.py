"""The records that a store keeps, each with the version that was read."""

from dataclasses import dataclass
from typing import Annotated

from flextime.domain.ids import ID_PATTERN, TenantId
from flextime.domain.leagues.geography import Location
from flextime.domain.leagues.league import League, Team, Venue
from flextime.domain.runs.run import Run
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.domain.text import IdSyntax, Name, ensure_texts
from flextime.usecases.list_items import ListItem


@dataclass(frozen=True, slots=True)
class Conference:
    """The tenant's own record."""

    id: Annotated[TenantId, IdSyntax(ID_PATTERN)]
    name: Name
    office: Location | None = None

    def __post_init__(self) -> None:
        ensure_texts(self)


Aggregate = Conference | Team | Venue | League | SeasonSchedule | Run
"""A record that is loaded and saved as a whole; each has an `id`."""

Listable = Aggregate | ListItem
"""What a page can contain: aggregates, or the list items of the large ones."""


@dataclass(frozen=True, slots=True)
class Versioned[T: Listable]:
    """A value and the version of it that was read; versions start at 1."""

    value: T
    version: int
