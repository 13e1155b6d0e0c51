"""What counting finds impossible in a format; that it never errs is a property."""

from builders import a_rule
from flextime.domain.constraints.home_away_balance import HomeAwayBalance
from flextime.domain.leagues.formats import PartialRoundRobin, SomeOpponents
from preflights import found, sentences


def test_a_league_that_can_be_played_has_no_problem() -> None:
    assert found() == []


def test_a_league_of_one_team_is_rejected() -> None:
    assert found(letters="A") == ["/teams"]


def test_fewer_rounds_than_games_are_rejected() -> None:
    assert found(days="4 11") == ["/calendar/rounds"]
    assert "season has only 2 rounds" in next(iter(sentences(days="4 11")))


def test_an_odd_number_of_teams_needs_a_round_more() -> None:
    assert found(letters="A B C", days="4 11") == ["/calendar/rounds"]
    assert found(letters="A B C", days="4 11 18") == []


def test_odd_teams_times_odd_games_are_rejected() -> None:
    assert "/format/games" in found(letters="A B C", format_=SomeOpponents(games=1))


def test_more_games_than_pairs_allow_are_rejected() -> None:
    seven = PartialRoundRobin(games=7)

    assert found(format_=seven, days="4 11 18 25 32 39 46") == ["/format/games"]


def test_fewer_games_than_the_pairs_must_have_are_rejected() -> None:
    assert found(format_=PartialRoundRobin(games=2)) == ["/format"]


def test_twice_pairs_that_do_not_add_up_are_rejected() -> None:
    one_pair = PartialRoundRobin(games=4, twice=(("A", "B"),))  # type: ignore[arg-type]  # letters

    assert found(format_=one_pair, days="4 11 18 25") == ["/format/twice"]


def test_too_few_opponents_left_to_meet_are_rejected() -> None:
    missed = SomeOpponents(games=3, missed=(("A", "B"),))  # type: ignore[arg-type]  # letters

    assert found(format_=missed) == ["/format/games"]


def test_a_pair_has_no_room_where_one_of_the_two_has_all_its_games() -> None:
    taken = SomeOpponents(games=1, protected=(("A", "B"),), missed=(("C", "D"),))  # type: ignore[arg-type]  # letters

    assert found(format_=taken) == ["/format/games"]


def test_half_of_an_odd_number_at_home_is_rejected() -> None:
    balance = a_rule(HomeAwayBalance, max_difference=0)

    assert found(balance) == ["/constraints/0/max_difference"]
    assert found(a_rule(HomeAwayBalance, max_difference=1)) == []


def test_a_soft_or_inactive_rule_is_ignored() -> None:
    assert found(a_rule(HomeAwayBalance, hard=False)) == []
    assert found(a_rule(HomeAwayBalance, active=False)) == []
