"""Responses about the service itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Status and version of the service."""

    status: str
    version: str
