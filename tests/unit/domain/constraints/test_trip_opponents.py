from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.trip_opponents import TripOpponents


def _rule(**limits: int) -> TripOpponents:
    return a_rule(TripOpponents, teams=teams("A"), opponents=teams("B C"), **limits)


def test_visits_too_many_on_one_trip_are_the_deviation() -> None:
    found = deviations_of(_rule(max_games=1), "B-A | D-A | C-A")

    assert amounts(found) == [1]
    assert found[0].games == ("A-at-B", "A-at-C")


def test_a_trip_that_visits_the_group_must_visit_enough_of_it() -> None:
    assert amounts(deviations_of(_rule(min_games=2), "B-A | D-A")) == [1]
    assert deviations_of(_rule(min_games=2), "D-A | A-B") == []


def test_a_home_game_ends_the_trip() -> None:
    assert deviations_of(_rule(max_games=1), "B-A | A-D | C-A") == []
