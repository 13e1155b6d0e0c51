"""What counting finds impossible in the time between rematches."""

from builders import a_rule
from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.leagues.formats import RoundRobin
from preflights import found

DOUBLE = RoundRobin(times=2)


def test_a_season_too_short_to_keep_rematches_apart_is_rejected() -> None:
    rule = a_rule(RematchSeparation, min_games=2, min_days=8)

    assert found(rule, letters="A B", days="4 11", format_=DOUBLE) == ["/constraints/0"]
    assert found(rule, letters="A B", days="4 12", format_=DOUBLE) == []
    assert found(rule, letters="A B", days="4 11") == []
    next_game = a_rule(RematchSeparation, min_games=1, min_days=30)
    assert found(next_game, letters="A B", days="4 11", format_=DOUBLE) == []
