"""Import and delete leagues: the setup of a season as one document."""

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
    """Store a league.

    Raises
    ------
    InvalidLeague
        A reference is unknown, or counting proves that no schedule is feasible.
    AlreadyExists
        A league of that id exists.
    """
    ensure_schedulable(league)
    saved = Versioned(league, 1)
    response = build_response(saved)
    store.commit(Transaction(context.tenant, (Save(league, 0),), response=response))
    return saved


def delete_league(
    store: Store, context: RequestContext, league: str, version: int | None
) -> None:
    """Delete a league.

    Raises
    ------
    NotFound
        The league does not exist.
    StaleVersion
        `version` is neither the newest version nor None.
    Conflict
        A schedule refers to the league.
    """
    current = store.load(context.tenant, League, league)
    ensure_current_version(current.version, version)
    store.commit(Transaction(context.tenant, (Delete(current.value, current.version),)))


def ensure_schedulable(league: League) -> None:
    """Raise `InvalidLeague` with each proof by counting that it has no schedule."""
    validate_league(league)
    if problems := preflight(league):
        raise InvalidLeague(problems)
