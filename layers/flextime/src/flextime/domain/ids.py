"""Typed identifiers: slugs chosen by the conference, or generated for its records."""

from typing import Annotated, NewType

from flextime.domain.text import IdSyntax, Text

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
"""Ids are parts of URLs and keys: letters, digits, '.', '_' and '-'."""

_Slug = Annotated[str, IdSyntax(ID_PATTERN)]

TenantId = NewType("TenantId", str)
"""A conference, which owns everything that it stores."""
TeamId = NewType("TeamId", _Slug)
VenueId = NewType("VenueId", _Slug)
SlotId = NewType("SlotId", _Slug)
RoundId = NewType("RoundId", _Slug)
GameId = NewType("GameId", Annotated[str, Text(255, is_name=True)])
"""May combine the ids of two teams, and so is longer than other ids."""
LeagueId = NewType("LeagueId", _Slug)
ConstraintId = NewType("ConstraintId", _Slug)
ScheduleId = NewType("ScheduleId", _Slug)
RunId = NewType("RunId", str)
AttemptId = NewType("AttemptId", str)
UserId = NewType("UserId", str)
EventId = NewType("EventId", str)
