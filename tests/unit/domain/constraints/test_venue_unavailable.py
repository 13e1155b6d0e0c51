import pytest

from builders import a_rule, amounts, broken, slots
from flextime.domain.constraints.venue_unavailable import VenueUnavailable


def test_a_home_game_in_a_dark_venue_breaks_it() -> None:
    found = broken(a_rule(VenueUnavailable, team="A", slots=slots("4 11")), "| A-B")

    assert amounts(found) == [1]
    assert found[0].games == ("B-at-A",)


def test_the_team_may_play_away_meanwhile() -> None:
    assert broken(a_rule(VenueUnavailable, team="A", slots=slots("4")), "B-A") == []


def test_other_dates_are_free() -> None:
    assert broken(a_rule(VenueUnavailable, team="A", slots=slots("4")), "| A-B") == []


def test_no_slot_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="slots must not be empty"):
        a_rule(VenueUnavailable, team="A", slots=())
