from dataclasses import replace

from builders import a_league, a_schedule
from flextime.domain.ids import AttemptId, TeamId
from flextime.domain.runs.attempts import AttemptStatus, Bound, Instance
from flextime.domain.runs.evaluation import Outcome, judge
from flextime.domain.schedules.games import GameStatus
from runs import a_result

LEAGUE = a_league("A B C")
FOUND = a_schedule("B-A | B-C | C-A")
LONGER = a_schedule("A-B | C-B | A-C")
BROKEN = a_schedule("A-B | B-C")
NEW = Instance(LEAGUE)


def test_the_shortest_feasible_schedule_is_chosen() -> None:
    left = [a_result(LEAGUE, LONGER, "1"), a_result(LEAGUE, FOUND, "2")]
    shorter = min(left, key=lambda each: each.score.rank if each.score else ())

    judgement = judge(NEW, left)

    assert judgement.outcome is Outcome.SOLVED
    assert judgement.best is not None
    assert judgement.best.score == shorter.score


def test_a_feasible_schedule_comes_before_a_broken_one() -> None:
    left = [a_result(LEAGUE, BROKEN, "1"), a_result(LEAGUE, FOUND, "2")]

    judgement = judge(NEW, left)

    assert judgement.best is not None
    assert judgement.best.attempt == "2"


def test_what_a_crashed_attempt_had_counts_too() -> None:
    judgement = judge(NEW, [(AttemptId("2"), FOUND)])

    assert judgement.outcome is Outcome.SOLVED
    assert judgement.best is not None
    assert judgement.best.attempt == "2"


def test_a_score_that_is_not_the_checkers_rejects_the_attempt() -> None:
    honest = a_result(LEAGUE, LONGER, "1")
    flattering = a_result(LEAGUE, BROKEN, "2")
    flattering = replace(flattering, score=honest.score)

    judgement = judge(NEW, [honest, flattering])

    assert judgement.best is not None
    assert judgement.best.attempt == "1"
    assert [each.attempt for each in judgement.rejections] == ["2"]
    assert "the checker says" in judgement.rejections[0].reason


def test_a_schedule_of_teams_that_are_not_there_is_rejected() -> None:
    game = FOUND.games[0]
    strange = replace(FOUND, games=(replace(game, home=TeamId("Z")),))

    judgement = judge(NEW, [(AttemptId("1"), strange)])

    assert judgement.outcome is Outcome.NOTHING_FOUND
    assert judgement.left_nothing
    assert "'Z'" in judgement.rejections[0].reason


def test_an_attempt_that_moved_a_played_game_is_rejected() -> None:
    played = replace(FOUND.games[0], status=GameStatus.PLAYED)
    instance = Instance(LEAGUE, replace(FOUND, games=(played,)))

    judgement = judge(instance, [a_result(LEAGUE, LONGER)])

    assert judgement.rejections[0].reason == "A is locked to play at B"


def test_the_schedule_as_it_stood_gives_way_to_better_ones_only() -> None:
    instance = Instance(LEAGUE, FOUND)

    judgement = judge(
        instance, [a_result(LEAGUE, FOUND), a_result(LEAGUE, BROKEN, "2")]
    )

    assert judgement.outcome is Outcome.SOLVED
    assert judgement.best is not None
    assert judgement.best.attempt is None


def test_a_proof_that_nothing_is_feasible_brings_its_reasons() -> None:
    proof = a_result(
        LEAGUE, None, "1", AttemptStatus.INFEASIBLE, reasons=("too few dates",)
    )
    stuck = a_result(LEAGUE, BROKEN, "2", AttemptStatus.NOTHING_FEASIBLE)

    judgement = judge(NEW, [proof, stuck])

    assert judgement.outcome is Outcome.INFEASIBLE
    assert judgement.best is None
    assert judgement.reasons == ("too few dates",)


def test_a_proof_is_rejected_when_a_schedule_gives_it_the_lie() -> None:
    proof = a_result(LEAGUE, None, "1", AttemptStatus.INFEASIBLE)

    judgement = judge(NEW, [proof, a_result(LEAGUE, FOUND, "2")])

    assert judgement.outcome is Outcome.SOLVED
    assert [each.attempt for each in judgement.rejections] == ["1"]


def test_the_least_broken_schedule_is_chosen_when_none_is_feasible() -> None:
    worse = a_schedule("A-B")
    left = [
        a_result(LEAGUE, worse, "1", AttemptStatus.NOTHING_FEASIBLE),
        a_result(LEAGUE, BROKEN, "2", AttemptStatus.NOTHING_FEASIBLE),
    ]

    judgement = judge(NEW, left)

    assert judgement.outcome is Outcome.NOTHING_FOUND
    assert judgement.best is not None
    assert judgement.best.attempt == "2"


def test_the_highest_bound_holds() -> None:
    left = [
        a_result(LEAGUE, FOUND, "1", bound_points=10.0),
        a_result(LEAGUE, LONGER, "2", bound_points=30.0),
        a_result(LEAGUE, LONGER, "3"),
    ]

    assert judge(NEW, left).bound == Bound(points=30.0, source="trips")


def test_a_bound_above_a_schedule_is_rejected() -> None:
    left = [a_result(LEAGUE, FOUND, "1", bound_points=1e9)]

    judgement = judge(NEW, left)

    assert judgement.bound is None
    assert judgement.best is not None
    assert "nothing costs less" in judgement.rejections[0].reason


def test_an_attempt_that_began_again_has_its_best_chosen() -> None:
    again = a_result(LEAGUE, BROKEN, "1", AttemptStatus.NOTHING_FEASIBLE)

    judgement = judge(NEW, [again, (AttemptId("1"), FOUND)])

    assert judgement.best is not None
    assert judgement.best == judgement.of(AttemptId("1"))
    assert judgement.best.schedule == FOUND
