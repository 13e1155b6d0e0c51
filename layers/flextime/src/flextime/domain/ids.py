"""Typed identifiers: slugs chosen by the conference, or generated for its records."""

from typing import NewType

TenantId = NewType("TenantId", str)
"""A conference, which owns everything that it stores."""
TeamId = NewType("TeamId", str)
VenueId = NewType("VenueId", str)
SlotId = NewType("SlotId", str)
RoundId = NewType("RoundId", str)
GameId = NewType("GameId", str)
LeagueId = NewType("LeagueId", str)
ConstraintId = NewType("ConstraintId", str)
ScheduleId = NewType("ScheduleId", str)
RunId = NewType("RunId", str)
AttemptId = NewType("AttemptId", str)
UserId = NewType("UserId", str)
EventId = NewType("EventId", str)
