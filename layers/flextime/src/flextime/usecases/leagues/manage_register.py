"""The conference's register: its own record, its teams and its venues.

A change is a function of the stored value, applied to the version that is then
replaced: a change made in between is never overwritten.
"""

from collections.abc import Callable

from flextime.domain.errors import InvalidInput, NotFound, Problem
from flextime.domain.ids import TeamId, TenantId, VenueId
from flextime.domain.leagues.geography import Location, is_time_zone
from flextime.domain.leagues.league import Team, Venue
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import refuse_stale
from flextime.usecases.request_context import Call, Remember
from flextime.usecases.stored import Conference, Stored
from flextime.usecases.transaction import Delete, Save, Transaction, Use

type Change[T] = Callable[[T], T]
"""From the stored value to the value that replaces it."""


def read_conference(
    store: Store, call: Call, conference: TenantId
) -> Stored[Conference]:
    """Return the caller's own conference; version 0 until it is first changed.

    Raises
    ------
    NotFound
        The conference is not the caller's.
    """
    if conference != call.tenant:
        raise NotFound(f"there is no conference {conference!r}")
    try:
        return store.load(call.tenant, Conference, conference)
    except NotFound:
        return Stored(Conference(conference, conference), 0)


def change_conference(
    store: Store,
    call: Call,
    conference: TenantId,
    change: Change[Conference],
    version: int | None,
) -> Stored[Conference]:
    """Change the conference's record.

    Raises
    ------
    StaleVersion
        `version` is not the newest, or another change was committed first.
    InvalidInput
        The office's time zone is unknown.
    """
    known = read_conference(store, call, conference)
    refuse_stale(known.version, version)
    value = change(known.value)
    if value.office is not None:
        _refuse_unknown_zone(value.office, "/office")
    _commit(store, call, Save(value, known.version))
    return Stored(value, known.version + 1)


def add_venue(
    store: Store, call: Call, venue: Venue, remember: Remember[Venue]
) -> Stored[Venue]:
    """Add a venue; raise `InvalidInput` for an unknown time zone."""
    _refuse_unknown_zone(venue.location, "/location")
    made = Stored(venue, 1)
    answer = remember(made)
    store.commit(Transaction(call.tenant, (Save(venue, 0),), answer=answer))
    return made


def change_venue(
    store: Store,
    call: Call,
    venue: VenueId,
    change: Change[Venue],
    version: int | None,
) -> Stored[Venue]:
    """Change a venue.

    Raises
    ------
    StaleVersion
        `version` is not the newest, or another change was committed first.
    InvalidInput
        The time zone is unknown.
    """
    known = store.load(call.tenant, Venue, venue)
    refuse_stale(known.version, version)
    value = change(known.value)
    _refuse_unknown_zone(value.location, "/location")
    _commit(store, call, Save(value, known.version))
    return Stored(value, known.version + 1)


def add_team(
    store: Store, call: Call, team: Team, remember: Remember[Team]
) -> Stored[Team]:
    """Add a team; raise `InvalidInput` if the register lacks its home venue."""
    made = Stored(team, 1)
    _commit_with_venue(
        store,
        Transaction(
            call.tenant,
            (Save(team, 0), Use(Venue, team.home_venue)),
            answer=remember(made),
        ),
        team.home_venue,
    )
    return made


def change_team(
    store: Store, call: Call, team: TeamId, change: Change[Team], version: int | None
) -> Stored[Team]:
    """Change a team.

    Raises
    ------
    StaleVersion
        `version` is not the newest, or another change was committed first.
    InvalidInput
        The register lacks the home venue.
    """
    known = store.load(call.tenant, Team, team)
    refuse_stale(known.version, version)
    value = change(known.value)
    before, after = known.value.home_venue, value.home_venue
    moves = () if before == after else (Use(Venue, after), Use(Venue, before, -1))
    changes = (Save(value, known.version), *moves)
    _commit_with_venue(store, Transaction(call.tenant, changes), after)
    return Stored(value, known.version + 1)


def delete_team(store: Store, call: Call, team: TeamId, version: int | None) -> None:
    """Delete a team; leagues that were imported with it keep theirs."""
    known = store.load(call.tenant, Team, team)
    refuse_stale(known.version, version)
    gone = Delete(known.value, known.version)
    _commit(store, call, gone, Use(Venue, known.value.home_venue, -1))


def delete_venue(store: Store, call: Call, venue: VenueId, version: int | None) -> None:
    """Delete a venue; raise `Conflict` while it is a team's home venue."""
    known = store.load(call.tenant, Venue, venue)
    refuse_stale(known.version, version)
    _commit(store, call, Delete(known.value, known.version))


def _commit(store: Store, call: Call, *changes: Save | Delete | Use) -> None:
    store.commit(Transaction(call.tenant, changes))


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
