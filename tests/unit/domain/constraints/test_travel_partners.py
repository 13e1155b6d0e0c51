import pytest

from builders import a_rule, amounts, deviations_of, teams
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.travel_partners import TravelPartners
from flextime.domain.ids import TeamId

(A, B, C, D) = teams("A B C D")
FRIDAY_SUNDAY = "3 5 10 12"
PARTNERS = a_rule(TravelPartners, pairs=((A, B), (C, D)))


def test_two_pairs_meet_on_one_weekend() -> None:
    assert deviations_of(PARTNERS, "A-C B-D | A-D B-C", FRIDAY_SUNDAY) == []


def test_a_visit_to_one_partner_alone_is_a_deviation_of_both_sides() -> None:
    found = deviations_of(PARTNERS, "A-C | B-D", FRIDAY_SUNDAY)

    assert amounts(found) == [1, 1, 1, 1]
    assert [deviation.teams for deviation in found] == [
        (A, C, D),
        (B, D, C),
        (C, A, B),
        (D, B, A),
    ]
    assert found[2].message == (
        "C visits A on 2025-01-03 but not its travel partner B within 3 days"
        " directly before or after"
    )


@pytest.mark.parametrize(("side", "teams_"), [(Side.HOME, (A, B)), (Side.AWAY, (C, D))])
def test_a_single_side_may_be_evaluated(side: Side, teams_: tuple[TeamId, ...]) -> None:
    rule = a_rule(TravelPartners, pairs=((A, B), (C, D)), side=side)

    found = deviations_of(rule, "A-C | B-D", FRIDAY_SUNDAY)
    assert tuple(deviation.teams[0] for deviation in found) == teams_


def test_the_other_partner_a_week_later_is_too_late() -> None:
    rule = a_rule(TravelPartners, pairs=((A, B),), max_days=6)
    longer = a_rule(TravelPartners, pairs=((A, B),), max_days=7)

    games, days = "A-C | B-C", "3 10"
    assert amounts(deviations_of(rule, games, days)) == [1, 1]
    assert deviations_of(longer, games, days) == []


def test_a_game_in_between_separates_the_two() -> None:
    rule = a_rule(TravelPartners, pairs=((A, B),))

    assert amounts(deviations_of(rule, "A-C | D-C | B-C", "3 4 5")) == [1, 1]


def test_a_bye_in_between_does_not_separate_them() -> None:
    rule = a_rule(TravelPartners, pairs=((A, B),))

    assert deviations_of(rule, "A-C | | B-C", "3 4 5") == []


def test_at_home_against_one_and_away_against_the_other_does_not_count() -> None:
    rule = a_rule(TravelPartners, pairs=((A, B),))

    assert amounts(deviations_of(rule, "A-C | C-B", FRIDAY_SUNDAY)) == [1, 1]


def test_games_between_partners_and_teams_without_a_partner_are_exempt() -> None:
    assert deviations_of(PARTNERS, "A-B C-D", FRIDAY_SUNDAY) == []
    rule = a_rule(TravelPartners, pairs=((A, B),))
    assert deviations_of(rule, "C-D A-B", FRIDAY_SUNDAY) == []


def test_days_count_from_the_last_day_of_a_series() -> None:
    rule = a_rule(TravelPartners, pairs=((A, B),), max_days=3)

    games, days = "A-C | B-C", "3 8"
    assert deviations_of(rule, games, days) != []
    assert deviations_of(rule, games, days, games_per_series=3) == []


def test_invalid_pairs_of_partners_are_rejected() -> None:
    with pytest.raises(ValueError, match="pairs must not be empty"):
        a_rule(TravelPartners, pairs=())
    with pytest.raises(ValueError, match="pairs must not name A twice"):
        a_rule(TravelPartners, pairs=((A, B), (C, A)))
    with pytest.raises(ValueError, match="max_days must be at least 1"):
        a_rule(TravelPartners, pairs=((A, B),), max_days=0)
