import pytest

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League
from flextime_solver.backends.params import MipParams

SIX_ROUNDS = "4 11 18 25 32 39"


@pytest.fixture
def league() -> League:
    """Four teams on a line, a double round robin on six Saturdays."""
    return a_league("A B C D", SIX_ROUNDS, format_=RoundRobin(times=2))


@pytest.fixture
def mip_params() -> MipParams:
    """Time enough for any machine: small leagues take a fraction of a second."""
    return MipParams(time_limit_s=300)
