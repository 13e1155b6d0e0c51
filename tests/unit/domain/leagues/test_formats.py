import pytest

from builders import teams
from flextime.domain.leagues.formats import (
    Format,
    MeetingLimits,
    PartialRoundRobin,
    RoundRobin,
    SomeOpponents,
)

A, B, C = teams("A B C")


@pytest.mark.parametrize(
    ("format_", "games"),
    [
        (RoundRobin(times=1), 15),
        (RoundRobin(times=2), 30),
        (PartialRoundRobin(games=20), 20),
        (SomeOpponents(games=9), 9),
    ],
)
def test_a_format_gives_each_of_sixteen_teams_its_games(
    format_: Format, games: int
) -> None:
    assert format_.games_per_team(16) == games


@pytest.mark.parametrize(
    ("format_", "meetings"),
    [
        (RoundRobin(times=2), MeetingLimits(2, 2)),
        (PartialRoundRobin(games=3), MeetingLimits(1, 2)),
        (PartialRoundRobin(games=3, rivalries=((B, A),)), MeetingLimits(2, 2)),
        (PartialRoundRobin(games=3, twice=((A, B),)), MeetingLimits(2, 2)),
        (PartialRoundRobin(games=3, twice=((A, C),)), MeetingLimits(1, 1)),
        (SomeOpponents(games=1), MeetingLimits(0, 1)),
        (SomeOpponents(games=1, protected=((B, A),)), MeetingLimits(1, 1)),
        (SomeOpponents(games=1, missed=((B, A),)), MeetingLimits(0, 0)),
    ],
)
def test_a_format_limits_the_meetings_of_a_pair(
    format_: Format, meetings: MeetingLimits
) -> None:
    assert format_.meetings(A, B) == meetings


@pytest.mark.parametrize(("meetings", "at_one_venue"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_the_home_games_of_a_pair_differ_by_at_most_one(
    meetings: int, at_one_venue: int
) -> None:
    assert MeetingLimits(meetings, meetings).at_most_at_one_venue == at_one_venue


def test_a_format_of_no_games_is_rejected() -> None:
    with pytest.raises(ValueError, match="times must be at least 1"):
        RoundRobin(times=0)
    with pytest.raises(ValueError, match="games must be at least 1"):
        PartialRoundRobin(games=0)
    with pytest.raises(ValueError, match="games must be at least 1"):
        SomeOpponents(games=0)
