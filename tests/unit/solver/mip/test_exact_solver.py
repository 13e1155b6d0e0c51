from dataclasses import replace

import pytest

from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.carry_over import CarryOver
from flextime.domain.constraints.meeting_gap import MeetingGap
from flextime.domain.constraints.opponent_window import OpponentWindow
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.total_breaks import TotalBreaks
from flextime.domain.leagues.formats import RoundRobin
from flextime.domain.leagues.goals import Goals, TravelModel
from flextime.domain.schedules.checker import check
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import Backend, MipParams
from flextime_solver.mip.exact_solver import solve_exactly

NO_TRAVEL = Goals(travel_points_per_km=0)
SIX_DAYS = "1 2 3 4 5 6"
NL4_KM = (
    (0.0, 745.0, 665.0, 929.0),
    (745.0, 0.0, 80.0, 337.0),
    (665.0, 80.0, 0.0, 380.0),
    (929.0, 337.0, 380.0, 0.0),
)


@pytest.mark.parametrize("backend", Backend)
def test_four_teams_cannot_play_three_rounds_with_fewer_than_two_breaks(
    backend: Backend, mip_params: MipParams
) -> None:
    rule = a_rule(TotalBreaks, max_breaks=0, hard=False)
    league = a_league("A B C D", "1 2 3", [rule], goals=NO_TRAVEL)

    result = solve_exactly(league, replace(mip_params, backend=backend))

    assert result.status is MipStatus.OPTIMAL
    assert result.objective == result.bound == 2
    assert result.relative_gap == 0


@pytest.mark.parametrize("backend", Backend)
def test_the_travelling_tournament_of_four_teams_is_solved_to_its_known_optimum(
    backend: Backend, mip_params: MipParams
) -> None:
    rules: list[Constraint] = [
        *(
            a_rule(OpponentWindow, id=f"run-{side}", length=4, side=side, max_games=3)
            for side in (Side.HOME, Side.AWAY)
        ),
        a_rule(MeetingGap, min_rounds=1),
    ]
    league = a_league(
        "A B C D",
        SIX_DAYS,
        rules,
        format_=RoundRobin(times=2),
        goals=Goals(travel_model=TravelModel.CHAIN),
        distances_km=NL4_KM,
    )

    result = solve_exactly(league, replace(mip_params, backend=backend))

    assert result.status is MipStatus.OPTIMAL
    assert result.objective == result.bound == 8276
    assert result.schedule is not None
    assert check(league, result.schedule).score == result.score


def test_an_infeasible_league_has_the_status_infeasible(mip_params: MipParams) -> None:
    rule = a_rule(TeamUnavailable, team=teams("A")[0], slots=slots("1"))
    league = a_league("A B C D", "1 2 3", [rule])

    result = solve_exactly(league, mip_params)

    assert result.status is MipStatus.INFEASIBLE
    assert result.schedule is None


def test_a_rule_without_a_linear_form_is_reported_and_not_ignored(
    mip_params: MipParams,
) -> None:
    rule = a_rule(CarryOver, max_value=100)
    league = a_league("A B C D E F G H I J", "1 2 3 4 5 6 7 8 9", [rule])

    result = solve_exactly(league, mip_params)

    assert result.status is MipStatus.UNSUPPORTED
    assert "carry-over effects of 10 teams" in result.reasons[0]
