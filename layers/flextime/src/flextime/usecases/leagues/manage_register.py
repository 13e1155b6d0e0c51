"""The conference's register: its own record, its teams and its venues."""

from flextime.domain.errors import InvalidInput, NotFound, Problem
from flextime.domain.ids import VenueId
from flextime.domain.leagues.geography import Location, is_time_zone
from flextime.domain.leagues.league import Team, Venue
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import refuse_stale
from flextime.usecases.request_context import Call, Remember
from flextime.usecases.stored import Conference, Stored
from flextime.usecases.transaction import Delete, Save, Transaction, Use


def read_conference(store: Store, call: Call) -> Stored[Conference]:
    """The caller's own; version 0 until somebody has said something about it."""
    try:
        return store.load(call.tenant, Conference, call.tenant)
    except NotFound:
        return Stored(Conference(call.tenant, call.tenant), 0)


def change_conference(
    store: Store, call: Call, value: Conference, version: int | None
) -> Stored[Conference]:
    """Write the conference's record; `version` is the one that the caller has read."""
    if value.office is not None:
        _refuse_unknown_zone(value.office, "/office")
    known = read_conference(store, call).version
    refuse_stale(known, version)
    _commit(store, call, Save(value, known))
    return Stored(value, known + 1)


def add_venue(
    store: Store, call: Call, venue: Venue, remember: Remember[Venue]
) -> Stored[Venue]:
    """Raise `InvalidInput` for a time zone that is none."""
    _refuse_unknown_zone(venue.location, "/location")
    made = Stored(venue, 1)
    answer = remember(made)
    store.commit(Transaction(call.tenant, (Save(venue, 0),), answer=answer))
    return made


def change_venue(
    store: Store, call: Call, venue: Venue, version: int | None
) -> Stored[Venue]:
    _refuse_unknown_zone(venue.location, "/location")
    known = store.load(call.tenant, Venue, venue.id).version
    refuse_stale(known, version)
    _commit(store, call, Save(venue, known))
    return Stored(venue, known + 1)


def add_team(
    store: Store, call: Call, team: Team, remember: Remember[Team]
) -> Stored[Team]:
    """Raise `InvalidInput` for a home venue that the register does not have."""
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
    store: Store, call: Call, team: Team, version: int | None
) -> Stored[Team]:
    """Raise `InvalidInput` for a home venue that the register does not have."""
    known = store.load(call.tenant, Team, team.id)
    refuse_stale(known.version, version)
    before = known.value.home_venue
    moves = (
        ()
        if before == team.home_venue
        else (Use(Venue, team.home_venue), Use(Venue, before, -1))
    )
    changes = (Save(team, known.version), *moves)
    _commit_with_venue(store, Transaction(call.tenant, changes), team.home_venue)
    return Stored(team, known.version + 1)


def delete_team(store: Store, call: Call, team: str, version: int | None) -> None:
    known = store.load(call.tenant, Team, team)
    refuse_stale(known.version, version)
    gone = Delete(known.value, known.version)
    _commit(store, call, gone, Use(Venue, known.value.home_venue, -1))


def delete_venue(store: Store, call: Call, venue: str, version: int | None) -> None:
    """Raise `Conflict` while a team of the register is at home there."""
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
