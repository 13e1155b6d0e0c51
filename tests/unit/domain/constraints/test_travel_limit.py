from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.travel_limit import TravelLimit


def test_a_round_trip_within_the_limit_satisfies_the_rule() -> None:
    assert deviations_of(a_rule(TravelLimit, max_km=200), "A-B") == []


def test_kilometres_above_the_limit_are_the_deviation() -> None:
    found = deviations_of(a_rule(TravelLimit, max_km=150), "A-B")

    assert amounts(found) == [50]
    assert found[0].message == "the teams travel 200 km, at most 150 km are allowed"


def test_only_the_chosen_teams_travel() -> None:
    assert deviations_of(a_rule(TravelLimit, max_km=0, teams=teams("A")), "A-B") == []
