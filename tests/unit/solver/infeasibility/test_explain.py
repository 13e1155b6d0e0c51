from builders import a_league, a_rule, slots, teams
from flextime.domain.constraints import Constraint
from flextime.domain.constraints.no_sunday import NoSunday
from flextime.domain.constraints.side import Side
from flextime.domain.constraints.team_games import TeamGames
from flextime.domain.constraints.team_unavailable import TeamUnavailable
from flextime.domain.constraints.venue_unavailable import VenueUnavailable
from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime_solver.backends.mip_result import MipStatus
from flextime_solver.backends.params import MipParams
from flextime_solver.infeasibility.explain import explain_infeasibility
from flextime_solver.infeasibility.explanation import Finding
from flextime_solver.mip.exact_solver import solve_exactly

TIME_LIMIT_S = 300.0


def _league(rules: list[Constraint], days: str = "1 2 3") -> League:
    return a_league("A B C D", days, rules)


def _contradiction() -> list[Constraint]:
    """A must host twice and cannot host; Sundays have nothing to do with it."""
    a = teams("A")
    return [
        a_rule(VenueUnavailable, team=a[0], slots=slots("1 2 3")),
        a_rule(TeamGames, teams=a, slots=slots("1 2 3"), side=Side.HOME, min_games=2),
        a_rule(NoSunday, teams=a),
    ]


def test_a_league_with_a_schedule_needs_no_explanation() -> None:
    found = explain_infeasibility(_league([]), TIME_LIMIT_S)

    assert found.finding is Finding.FEASIBLE
    assert found.conflict == ()


def test_the_conflict_names_necessary_rules_only() -> None:
    found = explain_infeasibility(_league(_contradiction()), TIME_LIMIT_S)

    assert found.finding is Finding.CONFLICT
    assert set(found.conflict) == {"venue_unavailable", "team_games"}
    assert found.proven_minimal


def test_the_conflict_is_infeasible_and_each_proper_subset_is_feasible(
    mip_params: MipParams,
) -> None:
    rules = _contradiction()
    found = explain_infeasibility(_league(rules), TIME_LIMIT_S)
    members = [rule for rule in rules if rule.id in found.conflict]

    together = solve_exactly(_league(members), mip_params)
    assert together.status is MipStatus.INFEASIBLE
    for member in members:
        others = [rule for rule in members if rule is not member]
        assert solve_exactly(_league(others), mip_params).score is not None


def test_each_member_has_its_relaxation_cost() -> None:
    found = explain_infeasibility(_league(_contradiction()), TIME_LIMIT_S)

    assert [cost.deviation for cost in found.prices] == [2, 2]
    assert all(cost.proven_least for cost in found.prices)
    assert "costs 2 of its units" in found.sentences[1]
    assert "A cannot host on 2025-01-" in " ".join(found.sentences)


def test_relaxation_costs_are_sorted_by_priority() -> None:
    a = teams("A")[0]
    rules: list[Constraint] = [
        a_rule(VenueUnavailable, team=a, slots=slots("1 2 3"), priority=9),
        a_rule(
            TeamGames,
            teams=(a,),
            slots=slots("1 2 3"),
            side=Side.HOME,
            min_games=2,
            priority=2,
        ),
    ]

    found = explain_infeasibility(_league(rules), TIME_LIMIT_S, lambda _: ())

    assert [cost.rule for cost in found.prices] == ["team_games", "venue_unavailable"]


def test_a_rule_that_is_infeasible_alone_is_the_whole_conflict() -> None:
    rule = a_rule(TeamUnavailable, team=teams("A")[0], slots=slots("1"))

    found = explain_infeasibility(_league([rule]), TIME_LIMIT_S, lambda _: ())

    assert found.conflict == (ConstraintId("team_unavailable"),)
    assert found.proven_minimal


def test_a_large_league_has_its_conflict_and_relaxation_costs_too() -> None:
    days = "1 2 3 4 5 6 7 8 9 10 11"
    twelve = a_league("A B C D E F G H I J K L", days, _contradiction()[:2])

    found = explain_infeasibility(twelve, TIME_LIMIT_S, lambda _: ())

    assert set(found.conflict) == {"venue_unavailable", "team_games"}
    assert found.proven_minimal
    assert [(cost.deviation, cost.proven_least) for cost in found.prices] == [
        (2, True),
        (2, True),
    ]


def test_too_few_rounds_are_found_to_be_the_formats_fault() -> None:
    found = explain_infeasibility(_league([], days="1 2"), TIME_LIMIT_S)

    assert found.finding is Finding.FORMAT
    assert found.problems


def test_without_time_nothing_is_proven() -> None:
    found = explain_infeasibility(_league(_contradiction()), 1e-9)

    assert found.finding is Finding.UNKNOWN
    assert not found.proven_minimal
