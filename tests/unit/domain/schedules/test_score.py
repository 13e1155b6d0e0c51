from fractions import Fraction

from flextime.domain.schedules.score import Score


def a_score(infeasibility: int = 0, soft: int = 0, travel_m: int = 0) -> Score:
    return Score(
        hard_violations=infeasibility,
        infeasibility=infeasibility,
        soft_penalty=soft,
        travel_m=travel_m,
        travel_points_per_km=3,
    )


def test_points_and_kilometres_add_up_exactly() -> None:
    score = a_score(soft=7, travel_m=1001)

    assert score.exact_objective == 7 + Fraction(3003, 1000)
    assert score.objective == 10.003


def test_less_infeasibility_is_better_than_any_objective() -> None:
    assert a_score(infeasibility=0, soft=10**9).rank < a_score(infeasibility=1).rank


def test_among_feasible_schedules_the_objective_decides() -> None:
    assert a_score(travel_m=1000).rank < a_score(soft=4).rank
    assert a_score(soft=3).rank == a_score(travel_m=1000).rank


def test_a_schedule_without_hard_violations_is_feasible() -> None:
    assert a_score(soft=5).feasible
    assert not a_score(infeasibility=1).feasible
