from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.road_trips import RoadTrips


def test_two_away_games_in_a_row_are_a_trip() -> None:
    rule = a_rule(RoadTrips, min_trips=1, teams=teams("A"))

    assert deviations_of(rule, "A-B | B-A | C-A") == []


def test_trips_that_are_missing_are_the_deviation() -> None:
    rule = a_rule(RoadTrips, min_trips=2, teams=teams("A"))

    found = deviations_of(rule, "B-A | A-C | C-A | B-A | C-A")
    assert amounts(found) == [1]
    assert found[0].message == "A has 1 road trips, 2 are required"


def test_only_games_in_the_slots_count() -> None:
    rule = a_rule(RoadTrips, min_trips=1, slots=slots("4 18"), teams=teams("A"))

    assert deviations_of(rule, "B-A | A-C | C-A") == []
