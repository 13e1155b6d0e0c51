"""The conference's register: its own record, its teams and its venues.

A change is a function of the stored value, applied to the version that is then
replaced: a change made in between is never overwritten.
"""

from collections.abc import Callable

from flextime.domain.errors import InvalidInput, NotFound, Problem
from flextime.domain.ids import TeamId, TenantId, VenueId
from flextime.domain.leagues.geography import Location, is_time_zone
from flextime.domain.leagues.league import Team, Venue
from flextime.usecases.aggregates import Conference, Versioned
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import ensure_current_version
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.transaction import (
    AdjustReferenceCount,
    Delete,
    Save,
    Transaction,
)

type Change[T] = Callable[[T], T]
"""From the stored value to the value that replaces it."""


def read_conference(
    store: Store, context: RequestContext, conference: TenantId
) -> Versioned[Conference]:
    """Return the caller's own conference; version 0 until it is first changed.

    Raises
    ------
    NotFound
        The conference is not the caller's.
    """
    if conference != context.tenant:
        raise NotFound(f"there is no conference {conference!r}")
    try:
        return store.load(context.tenant, Conference, conference)
    except NotFound:
        return Versioned(Conference(conference, conference), 0)


def change_conference(
    store: Store,
    context: RequestContext,
    conference: TenantId,
    change: Change[Conference],
    version: int | None,
) -> Versioned[Conference]:
    """Change the conference's record.

    Raises
    ------
    StaleVersion
        `version` is not the newest, or another change was committed first.
    InvalidInput
        The office's time zone is unknown.
    """
    current = read_conference(store, context, conference)
    ensure_current_version(current.version, version)
    value = change(current.value)
    if value.office is not None:
        _ensure_known_zone(value.office, "/office")
    _commit(store, context, Save(value, current.version))
    return Versioned(value, current.version + 1)


def add_venue(
    store: Store,
    context: RequestContext,
    venue: Venue,
    build_response: BuildResponse[Venue],
) -> Versioned[Venue]:
    """Add a venue; raise `InvalidInput` for an unknown time zone."""
    _ensure_known_zone(venue.location, "/location")
    saved = Versioned(venue, 1)
    response = build_response(saved)
    store.commit(Transaction(context.tenant, (Save(venue, 0),), response=response))
    return saved


def change_venue(
    store: Store,
    context: RequestContext,
    venue: VenueId,
    change: Change[Venue],
    version: int | None,
) -> Versioned[Venue]:
    """Change a venue.

    Raises
    ------
    StaleVersion
        `version` is not the newest, or another change was committed first.
    InvalidInput
        The time zone is unknown.
    """
    current = store.load(context.tenant, Venue, venue)
    ensure_current_version(current.version, version)
    value = change(current.value)
    _ensure_known_zone(value.location, "/location")
    _commit(store, context, Save(value, current.version))
    return Versioned(value, current.version + 1)


def add_team(
    store: Store,
    context: RequestContext,
    team: Team,
    build_response: BuildResponse[Team],
) -> Versioned[Team]:
    """Add a team; raise `InvalidInput` if the register lacks its home venue."""
    saved = Versioned(team, 1)
    _commit_with_venue(
        store,
        Transaction(
            context.tenant,
            (Save(team, 0), AdjustReferenceCount(Venue, team.home_venue)),
            response=build_response(saved),
        ),
        team.home_venue,
    )
    return saved


def change_team(
    store: Store,
    context: RequestContext,
    team: TeamId,
    change: Change[Team],
    version: int | None,
) -> Versioned[Team]:
    """Change a team.

    Raises
    ------
    StaleVersion
        `version` is not the newest, or another change was committed first.
    InvalidInput
        The register lacks the home venue.
    """
    current = store.load(context.tenant, Team, team)
    ensure_current_version(current.version, version)
    value = change(current.value)
    before, after = current.value.home_venue, value.home_venue
    moves = (
        ()
        if before == after
        else (
            AdjustReferenceCount(Venue, after),
            AdjustReferenceCount(Venue, before, -1),
        )
    )
    changes = (Save(value, current.version), *moves)
    _commit_with_venue(store, Transaction(context.tenant, changes), after)
    return Versioned(value, current.version + 1)


def delete_team(
    store: Store, context: RequestContext, team: TeamId, version: int | None
) -> None:
    """Delete a team; leagues that were imported with it keep theirs."""
    current = store.load(context.tenant, Team, team)
    ensure_current_version(current.version, version)
    delete = Delete(current.value, current.version)
    _commit(
        store,
        context,
        delete,
        AdjustReferenceCount(Venue, current.value.home_venue, -1),
    )


def delete_venue(
    store: Store, context: RequestContext, venue: VenueId, version: int | None
) -> None:
    """Delete a venue; raise `Conflict` while it is a team's home venue."""
    current = store.load(context.tenant, Venue, venue)
    ensure_current_version(current.version, version)
    _commit(store, context, Delete(current.value, current.version))


def _commit(
    store: Store,
    context: RequestContext,
    *changes: Save | Delete | AdjustReferenceCount,
) -> None:
    store.commit(Transaction(context.tenant, changes))


def _commit_with_venue(store: Store, transaction: Transaction, venue: VenueId) -> None:
    try:
        store.commit(transaction)
    except NotFound:
        unknown = Problem("/home_venue", f"the register has no venue {venue!r}")
        raise InvalidInput((unknown,)) from None


def _ensure_known_zone(location: Location, at: str) -> None:
    if not is_time_zone(location.time_zone):
        message = f"{location.time_zone!r} is not an IANA time zone"
        raise InvalidInput((Problem(f"{at}/time_zone", message),))
