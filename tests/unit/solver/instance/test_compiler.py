import pytest

from builders import a_league, a_rule
from flextime.domain.constraints.rest_days import RestDays
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.runs.attempts import Instance
from flextime_solver.instance.capacity import LeagueTooLarge, NumberTooLarge
from flextime_solver.instance.compiler import compile_league


def test_a_league_with_more_teams_than_the_arrays_hold_is_rejected() -> None:
    letters = " ".join(f"T{number}" for number in range(40))

    with pytest.raises(LeagueTooLarge, match="40"):
        compile_league(Instance(a_league(letters, format_=RoundRobin(times=1))))


def test_a_number_beyond_the_integers_of_the_arrays_is_rejected() -> None:
    rule = a_rule(RestDays, min_rest_days=5000, weight=1_000_000)

    with pytest.raises(NumberTooLarge, match="succession_cost"):
        compile_league(Instance(a_league("A B", "4 11", [rule])))


def test_rounds_and_slots_are_numbered_in_order_of_time() -> None:
    compiled = compile_league(Instance(a_league("A B C D", "4/5 11 18")))

    assert (compiled.teams, compiled.rounds, compiled.slots) == (4, 3, 4)
    assert compiled.slot_round[:4].tolist() == [0, 0, 1, 2]
    assert compiled.slot_day[:4].tolist() == [0, 1, 7, 14]
    assert compiled.round_slots[:4].tolist() == [0, 2, 3, 4]
