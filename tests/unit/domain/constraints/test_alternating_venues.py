from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.alternating_venues import AlternatingVenues


def test_home_then_away_alternates() -> None:
    assert deviations_of(a_rule(AlternatingVenues), "A-B | B-A | A-B") == []


def test_two_meetings_in_a_row_at_one_venue_are_a_violation() -> None:
    found = deviations_of(a_rule(AlternatingVenues), "A-B | A-B | B-A | B-A")

    assert amounts(found) == [1, 1]
    assert found[0].games == ("B-at-A", "B-at-A-2")
    assert "A and B meet at A" in found[0].message


def test_only_the_chosen_teams_count() -> None:
    rule = a_rule(AlternatingVenues, teams=teams("A C"))

    assert deviations_of(rule, "A-B | A-B | C-B") == []
