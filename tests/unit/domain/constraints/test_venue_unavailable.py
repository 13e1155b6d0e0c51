import pytest

from builders import a_rule, amounts, deviations_of, slots
from flextime.domain.constraints.venue_unavailable import VenueUnavailable


def test_a_home_game_at_an_unavailable_venue_violates_it() -> None:
    found = deviations_of(
        a_rule(VenueUnavailable, team="A", slots=slots("4 11")), "| A-B"
    )

    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A",)


def test_away_games_are_allowed() -> None:
    assert (
        deviations_of(a_rule(VenueUnavailable, team="A", slots=slots("4")), "B-A") == []
    )


def test_other_dates_are_allowed() -> None:
    assert (
        deviations_of(a_rule(VenueUnavailable, team="A", slots=slots("4")), "| A-B")
        == []
    )


def test_no_slot_at_all_is_rejected() -> None:
    with pytest.raises(ValueError, match="slots must not be empty"):
        a_rule(VenueUnavailable, team="A", slots=())
