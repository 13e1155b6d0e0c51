"""Responses about users."""

from dataclasses import dataclass

from flextime.domain.ids import TenantId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The caller, as the token names them."""

    user: UserId
    email: str | None
    conference: TenantId
    role: str
