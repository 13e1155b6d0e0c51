import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.road_after_home import RoadAfterHome
from flextime.domain.leagues.season import Weekday

SATURDAY_MONDAY = "4 6"
SUNDAY_MONDAY = "5 6"
SATURDAY_TUESDAY = "4 7"


def of_a(nearby_km: int = 50) -> RoadAfterHome:
    return a_rule(RoadAfterHome, nearby_km=nearby_km, teams=teams("A"))


def test_a_road_monday_after_a_home_saturday_satisfies_the_rule() -> None:
    assert deviations_of(of_a(), "A-B | C-A", SATURDAY_MONDAY) == []


def test_a_road_monday_after_a_road_saturday_violates_it() -> None:
    found = deviations_of(of_a(), "B-A | C-A", SATURDAY_MONDAY)

    assert amounts(found) == [1]
    assert found[0].games == ("A-at-B", "A-at-C")


def test_two_neighbours_may_be_visited_in_one_trip() -> None:
    assert deviations_of(of_a(nearby_km=100), "B-A | C-A", SATURDAY_MONDAY) == []
    assert amounts(deviations_of(of_a(nearby_km=99), "B-A | C-A", SATURDAY_MONDAY)) == [
        1
    ]


def test_a_road_monday_after_a_home_sunday_violates_it() -> None:
    assert amounts(deviations_of(of_a(), "A-B | C-A", SUNDAY_MONDAY)) == [1]


def test_a_home_saturday_a_week_before_does_not_count() -> None:
    assert amounts(deviations_of(of_a(), "A-B | B-A@20 C-D", "4 18/20")) == [1]


def test_the_first_game_of_a_season_is_exempt() -> None:
    assert deviations_of(of_a(), "B-C | C-A", SATURDAY_MONDAY) == []


def test_a_home_monday_and_a_road_tuesday_are_allowed() -> None:
    assert deviations_of(of_a(), "B-A | A-C", SATURDAY_MONDAY) == []
    assert deviations_of(of_a(), "B-A | C-A", SATURDAY_TUESDAY) == []


def test_other_weekdays_may_be_required() -> None:
    rule = a_rule(
        RoadAfterHome,
        road_day=Weekday.TUESDAY,
        home_day=Weekday.SATURDAY,
        nearby_km=0,
        teams=teams("A"),
    )

    assert amounts(deviations_of(rule, "B-A | C-A", SATURDAY_TUESDAY)) == [1]


def test_the_same_day_twice_is_rejected() -> None:
    with pytest.raises(ValueError, match="must be two days"):
        a_rule(RoadAfterHome, road_day=Weekday.MONDAY, home_day=Weekday.MONDAY)


def test_a_negative_distance_is_rejected() -> None:
    with pytest.raises(ValueError, match="nearby_km must not be negative"):
        a_rule(RoadAfterHome, nearby_km=-1)
