"""The conference's register: its own record, its teams and its venues."""

from flextime.domain.errors import InvalidInput, NotFound, Problem
from flextime.domain.ids import VenueId
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


def read_conference(store: Store, context: RequestContext) -> Versioned[Conference]:
    """The caller's own; version 0 until somebody has said something about it."""
    try:
        return store.load(context.tenant, Conference, context.tenant)
    except NotFound:
        return Versioned(Conference(context.tenant, context.tenant), 0)


def change_conference(
    store: Store, context: RequestContext, value: Conference, version: int | None
) -> Versioned[Conference]:
    """Write the conference's record; `version` is the one that the caller has read."""
    if value.office is not None:
        _refuse_unknown_zone(value.office, "/office")
    known = read_conference(store, context).version
    ensure_current_version(known, version)
    _commit(store, context, Save(value, known))
    return Versioned(value, known + 1)


def add_venue(
    store: Store,
    context: RequestContext,
    venue: Venue,
    build_response: BuildResponse[Venue],
) -> Versioned[Venue]:
    """Raise `InvalidInput` for a time zone that is none."""
    _refuse_unknown_zone(venue.location, "/location")
    made = Versioned(venue, 1)
    response = build_response(made)
    store.commit(Transaction(context.tenant, (Save(venue, 0),), response=response))
    return made


def change_venue(
    store: Store, context: RequestContext, venue: Venue, version: int | None
) -> Versioned[Venue]:
    _refuse_unknown_zone(venue.location, "/location")
    known = store.load(context.tenant, Venue, venue.id).version
    ensure_current_version(known, version)
    _commit(store, context, Save(venue, known))
    return Versioned(venue, known + 1)


def add_team(
    store: Store,
    context: RequestContext,
    team: Team,
    build_response: BuildResponse[Team],
) -> Versioned[Team]:
    """Raise `InvalidInput` for a home venue that the register does not have."""
    made = Versioned(team, 1)
    _commit_with_venue(
        store,
        Transaction(
            context.tenant,
            (Save(team, 0), AdjustReferenceCount(Venue, team.home_venue)),
            response=build_response(made),
        ),
        team.home_venue,
    )
    return made


def change_team(
    store: Store, context: RequestContext, team: Team, version: int | None
) -> Versioned[Team]:
    """Raise `InvalidInput` for a home venue that the register does not have."""
    known = store.load(context.tenant, Team, team.id)
    ensure_current_version(known.version, version)
    before = known.value.home_venue
    moves = (
        ()
        if before == team.home_venue
        else (
            AdjustReferenceCount(Venue, team.home_venue),
            AdjustReferenceCount(Venue, before, -1),
        )
    )
    changes = (Save(team, known.version), *moves)
    _commit_with_venue(store, Transaction(context.tenant, changes), team.home_venue)
    return Versioned(team, known.version + 1)


def delete_team(
    store: Store, context: RequestContext, team: str, version: int | None
) -> None:
    known = store.load(context.tenant, Team, team)
    ensure_current_version(known.version, version)
    gone = Delete(known.value, known.version)
    _commit(
        store, context, gone, AdjustReferenceCount(Venue, known.value.home_venue, -1)
    )


def delete_venue(
    store: Store, context: RequestContext, venue: str, version: int | None
) -> None:
    """Raise `Conflict` while a team of the register is at home there."""
    known = store.load(context.tenant, Venue, venue)
    ensure_current_version(known.version, version)
    _commit(store, context, Delete(known.value, known.version))


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


def _refuse_unknown_zone(location: Location, at: str) -> None:
    if not is_time_zone(location.time_zone):
        message = f"{location.time_zone!r} is no IANA time zone"
        raise InvalidInput((Problem(f"{at}/time_zone", message),))
