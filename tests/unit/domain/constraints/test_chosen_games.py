from builders import a_rule, amounts, deviations_of, slots, teams
from flextime.domain.constraints.chosen_games import ChosenGames

GAMES = (teams("A B"), teams("B C"))


def test_enough_of_the_games_in_the_slots_satisfy_the_rule() -> None:
    rule = a_rule(ChosenGames, games=GAMES, slots=slots("4 11"), min_games=2)

    assert deviations_of(rule, "A-B | B-C") == []


def test_the_distance_from_the_limits_is_the_deviation() -> None:
    too_few = a_rule(ChosenGames, games=GAMES, slots=slots("4"), min_games=2)
    too_many = a_rule(ChosenGames, games=GAMES, slots=slots("4 11"), max_games=0)

    assert amounts(deviations_of(too_few, "A-B | B-C")) == [1]
    assert amounts(deviations_of(too_many, "A-B | B-C")) == [2]


def test_the_same_pair_at_the_other_venue_does_not_count() -> None:
    rule = a_rule(ChosenGames, games=GAMES, slots=slots("4"), max_games=0)

    assert deviations_of(rule, "B-A") == []
