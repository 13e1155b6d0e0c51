import pytest

from builders import a_league
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.league import League

SIX_ROUNDS = "4 11 18 25 32 39"


@pytest.fixture
def league() -> League:
    """Four teams on a line, a double round robin on six Saturdays."""
    return a_league("A B C D", SIX_ROUNDS, format_=RoundRobin(times=2))
