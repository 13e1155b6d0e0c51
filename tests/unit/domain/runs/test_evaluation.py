from dataclasses import replace

from builders import a_league, a_schedule
from flextime.domain.ids import AttemptId, TeamId
from flextime.domain.runs.attempts import AttemptStatus, Bound, Instance
from flextime.domain.runs.evaluation import Outcome, evaluate_attempts
from flextime.domain.schedules.games import GameStatus
from runs import a_result

LEAGUE = a_league("A B C")
FOUND = a_schedule("B-A | B-C | C-A")
LONGER = a_schedule("A-B | C-B | A-C")
BROKEN = a_schedule("A-B | B-C")
NEW = Instance(LEAGUE)


def test_the_best_feasible_schedule_is_selected() -> None:
    left = [a_result(LEAGUE, LONGER, "1"), a_result(LEAGUE, FOUND, "2")]
    shorter = min(left, key=lambda each: each.score.rank if each.score else ())

    evaluation = evaluate_attempts(NEW, left)

    assert evaluation.outcome is Outcome.SOLVED
    assert evaluation.best is not None
    assert evaluation.best.score == shorter.score


def test_a_feasible_schedule_is_better_than_an_infeasible_one() -> None:
    left = [a_result(LEAGUE, BROKEN, "1"), a_result(LEAGUE, FOUND, "2")]

    evaluation = evaluate_attempts(NEW, left)

    assert evaluation.best is not None
    assert evaluation.best.attempt == "2"


def test_the_incumbent_of_a_crashed_attempt_is_a_candidate() -> None:
    evaluation = evaluate_attempts(NEW, [(AttemptId("2"), FOUND)])

    assert evaluation.outcome is Outcome.SOLVED
    assert evaluation.best is not None
    assert evaluation.best.attempt == "2"


def test_an_attempt_whose_score_differs_from_the_checkers_is_rejected() -> None:
    honest = a_result(LEAGUE, LONGER, "1")
    flattering = a_result(LEAGUE, BROKEN, "2")
    flattering = replace(flattering, score=honest.score)

    evaluation = evaluate_attempts(NEW, [honest, flattering])

    assert evaluation.best is not None
    assert evaluation.best.attempt == "1"
    assert [each.attempt for each in evaluation.rejections] == ["2"]
    assert "the checker found" in evaluation.rejections[0].reason


def test_a_schedule_of_unknown_teams_is_rejected() -> None:
    game = FOUND.games[0]
    strange = replace(FOUND, games=(replace(game, home=TeamId("Z")),))

    evaluation = evaluate_attempts(NEW, [(AttemptId("1"), strange)])

    assert evaluation.outcome is Outcome.NOTHING_FOUND
    assert evaluation.no_results
    assert "'Z'" in evaluation.rejections[0].reason


def test_an_attempt_that_moved_a_played_game_is_rejected() -> None:
    played = replace(FOUND.games[0], status=GameStatus.PLAYED)
    instance = Instance(LEAGUE, replace(FOUND, games=(played,)))

    evaluation = evaluate_attempts(instance, [a_result(LEAGUE, LONGER)])

    assert evaluation.rejections[0].reason == "A is locked to play at B"


def test_the_earlier_schedule_is_replaced_only_by_a_better_one() -> None:
    instance = Instance(LEAGUE, FOUND)

    evaluation = evaluate_attempts(
        instance, [a_result(LEAGUE, FOUND), a_result(LEAGUE, BROKEN, "2")]
    )

    assert evaluation.outcome is Outcome.SOLVED
    assert evaluation.best is not None
    assert evaluation.best.attempt is None


def test_a_proof_of_infeasibility_has_reasons() -> None:
    proof = a_result(
        LEAGUE, None, "1", AttemptStatus.INFEASIBLE, reasons=("too few dates",)
    )
    stuck = a_result(LEAGUE, BROKEN, "2", AttemptStatus.NOTHING_FEASIBLE)

    evaluation = evaluate_attempts(NEW, [proof, stuck])

    assert evaluation.outcome is Outcome.INFEASIBLE
    assert evaluation.best is None
    assert evaluation.reasons == ("too few dates",)


def test_a_proof_that_a_schedule_disproves_is_rejected() -> None:
    proof = a_result(LEAGUE, None, "1", AttemptStatus.INFEASIBLE)

    evaluation = evaluate_attempts(NEW, [proof, a_result(LEAGUE, FOUND, "2")])

    assert evaluation.outcome is Outcome.SOLVED
    assert [each.attempt for each in evaluation.rejections] == ["1"]


def test_the_least_infeasible_schedule_is_selected_when_none_is_feasible() -> None:
    worse = a_schedule("A-B")
    left = [
        a_result(LEAGUE, worse, "1", AttemptStatus.NOTHING_FEASIBLE),
        a_result(LEAGUE, BROKEN, "2", AttemptStatus.NOTHING_FEASIBLE),
    ]

    evaluation = evaluate_attempts(NEW, left)

    assert evaluation.outcome is Outcome.NOTHING_FOUND
    assert evaluation.best is not None
    assert evaluation.best.attempt == "2"


def test_the_highest_bound_is_reported() -> None:
    left = [
        a_result(LEAGUE, FOUND, "1", bound_points=10.0),
        a_result(LEAGUE, LONGER, "2", bound_points=30.0),
        a_result(LEAGUE, LONGER, "3"),
    ]

    assert evaluate_attempts(NEW, left).bound == Bound(points=30.0, source="trips")


def test_a_bound_above_a_schedule_is_rejected() -> None:
    left = [a_result(LEAGUE, FOUND, "1", bound_points=1e9)]

    evaluation = evaluate_attempts(NEW, left)

    assert evaluation.bound is None
    assert evaluation.best is not None
    assert "lower bound of" in evaluation.rejections[0].reason


def test_the_best_result_of_a_restarted_attempt_is_selected() -> None:
    again = a_result(LEAGUE, BROKEN, "1", AttemptStatus.NOTHING_FEASIBLE)

    evaluation = evaluate_attempts(NEW, [again, (AttemptId("1"), FOUND)])

    assert evaluation.best is not None
    assert evaluation.best == evaluation.best_of(AttemptId("1"))
    assert evaluation.best.schedule == FOUND
