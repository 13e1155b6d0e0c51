"""Leagues (season setups): imported whole, deleted when no schedule needs them."""

from flextime.domain.errors import InvalidLeague
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight import preflight
from flextime.domain.leagues.references import validate_league
from flextime.usecases.aggregates import Versioned
from flextime.usecases.ports import Store
from flextime.usecases.preconditions import ensure_current_version
from flextime.usecases.request_context import BuildResponse, RequestContext
from flextime.usecases.transaction import Delete, Save, Transaction


def import_league(
    store: Store,
    context: RequestContext,
    league: League,
    build_response: BuildResponse[League],
) -> Versioned[League]:
    """Keep a league that can be scheduled.

    Raises
    ------
    InvalidLeague
        Names that mean nothing, or counts that no schedule can satisfy.
    """
    ensure_schedulable(league)
    made = Versioned(league, 1)
    response = build_response(made)
    store.commit(Transaction(context.tenant, (Save(league, 0),), response=response))
    return made


def delete_league(
    store: Store, context: RequestContext, league: str, version: int | None
) -> None:
    """Raise `Conflict` while a schedule is made of it."""
    known = store.load(context.tenant, League, league)
    ensure_current_version(known.version, version)
    store.commit(Transaction(context.tenant, (Delete(known.value, known.version),)))


def ensure_schedulable(league: League) -> None:
    """Raise `InvalidLeague` with everything that counting finds wrong."""
    validate_league(league)
    if problems := preflight(league):
        raise InvalidLeague(problems)
