"""Leagues (season setups): imported whole, deleted when no schedule needs them."""

from flextime.domain.errors import InvalidLeague
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight import preflight
from flextime.domain.leagues.references import validate_league
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import refuse_stale
from flextime.usecases.request_context import Call, Remember
from flextime.usecases.stored import Stored
from flextime.usecases.transaction import Delete, Save, Transaction


def import_league(
    store: Store, call: Call, league: League, remember: Remember[League]
) -> Stored[League]:
    """Keep a league that can be scheduled.

    Raises
    ------
    InvalidLeague
        Names that mean nothing, or counts that no schedule can satisfy.
    """
    refuse_unschedulable(league)
    made = Stored(league, 1)
    answer = remember(made)
    store.commit(Transaction(call.tenant, (Save(league, 0),), answer=answer))
    return made


def delete_league(store: Store, call: Call, league: str, version: int | None) -> None:
    """Raise `Conflict` while a schedule is made of it."""
    known = store.load(call.tenant, League, league)
    refuse_stale(known.version, version)
    store.commit(Transaction(call.tenant, (Delete(known.value, known.version),)))


def refuse_unschedulable(league: League) -> None:
    """Raise `InvalidLeague` with everything that counting finds wrong."""
    validate_league(league)
    if problems := preflight(league):
        raise InvalidLeague(problems)
