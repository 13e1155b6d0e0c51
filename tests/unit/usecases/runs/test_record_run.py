from dataclasses import replace

import pytest

from builders import a_schedule
from flextime.domain.errors import ResultRejected
from flextime.domain.events import OptimizationCompleted, ScheduleOptimized
from flextime.domain.ids import AttemptId
from flextime.domain.runs.attempts import AttemptStatus
from flextime.domain.runs.evaluation import Outcome
from flextime.domain.runs.run import RunStatus
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.season_schedule import ScheduleStatus
from flextime.usecases.runs.choose_schedule import choose_schedule
from flextime.usecases.runs.prepare_run import prepare_run
from flextime.usecases.runs.record_run import Choice, record_run
from runs import RUN, SCHEDULE, TENANT, RunScenario, a_result, a_run

FOUND = a_schedule("A-B")
FIRST = Choice(Outcome.SOLVED, AttemptId("1"))


def solve(scenario: RunScenario, found: Schedule = FOUND) -> Choice:
    """Everything up to the last step, with one attempt that ended in order."""
    prepare_run(scenario.application, TENANT, RUN)
    status = AttemptStatus.FEASIBLE
    result = a_result(scenario.league, found, "1", status, bound_points=150.0)
    scenario.attempt().save_result(result)
    evaluation = choose_schedule(scenario.application, TENANT, RUN)
    best = evaluation.best
    return Choice(evaluation.outcome, best.attempt if best else None)


def record(scenario: RunScenario, choice: Choice = FIRST) -> RunStatus:
    return record_run(scenario.application, TENANT, RUN, choice)


def completed(scenario: RunScenario) -> OptimizationCompleted:
    (event,) = (e for e in scenario.events if isinstance(e, OptimizationCompleted))
    return event


def test_the_chosen_schedule_becomes_the_newest_revision(scenario: RunScenario) -> None:
    scenario.add_run()

    assert record(scenario, solve(scenario)) is RunStatus.COMPLETED

    assert scenario.schedule.games == FOUND.games
    assert scenario.schedule.revision == 1
    assert scenario.application.revisions.load(TENANT, SCHEDULE, 1) == FOUND


def test_a_run_says_what_came_of_it(scenario: RunScenario) -> None:
    scenario.add_run()

    record(scenario, solve(scenario))

    run = scenario.run
    assert run.status is RunStatus.COMPLETED
    assert run.finished_at is not None
    assert run.result is not None
    assert (run.result.attempt, run.result.revision) == ("1", 1)
    assert run.result.score is not None
    assert run.result.score.travel_m == 200_000
    assert run.result.optimization_score == 0.75


def test_the_end_of_a_run_is_told_with_its_figures(scenario: RunScenario) -> None:
    scenario.add_run()

    record(scenario, solve(scenario))

    assert scenario.events == [
        ScheduleOptimized(run_id=RUN, revision=1),
        OptimizationCompleted(
            schedule=SCHEDULE,
            schedule_name="Men's basketball",
            status="completed",
            hard_violations=0,
            objective=200.0,
            travel_km=200,
            bound=150.0,
            optimization_score=0.75,
            revision=1,
            reasons=(),
            owner_email="ann@example.edu",
        ),
    ]


def test_every_step_of_a_run_is_told_once(scenario: RunScenario) -> None:
    scenario.add_run()

    choice = solve(scenario)
    prepare_run(scenario.application, TENANT, RUN)
    choose_schedule(scenario.application, TENANT, RUN)
    record(scenario, choice)

    assert scenario.progress_statuses == ["preparing", "solving", "recording"]


def test_all_that_comes_of_a_run_carries_the_id_of_the_request_for_it(
    scenario: RunScenario,
) -> None:
    scenario.add_run(replace(a_run(), correlation_id="request-7"))

    record(scenario, solve(scenario))

    carried = {event.metadata.correlation_id for event in scenario.store.outbox}
    assert carried == {"request-7"}


def test_to_record_twice_is_to_record_once(scenario: RunScenario) -> None:
    scenario.add_run()
    choice = solve(scenario)

    assert [record(scenario, choice), record(scenario, choice)] == [
        RunStatus.COMPLETED,
        RunStatus.COMPLETED,
    ]

    assert scenario.schedule.revision == 1
    assert len(scenario.events) == 2


def test_a_step_that_died_after_the_revision_is_repeated_without_a_trace(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.application.revisions.save(TENANT, SCHEDULE, 1, FOUND)

    record(scenario, choice)

    assert scenario.schedule.revision == 1


def test_a_number_that_somebody_else_has_taken_is_left_out(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.application.revisions.save(TENANT, SCHEDULE, 1, a_schedule("B-A"))

    record(scenario, choice)

    assert scenario.schedule.revision == 2
    assert scenario.application.revisions.load(TENANT, SCHEDULE, 2) == FOUND


def test_a_cancelled_run_keeps_its_best(scenario: RunScenario) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.change(replace(scenario.run, cancel_requested=True))

    assert record(scenario, choice) is RunStatus.CANCELLED

    assert scenario.schedule.games == FOUND.games
    assert completed(scenario).status == "cancelled"


def test_a_schedule_that_stays_the_best_keeps_its_revision(
    scenario: RunScenario,
) -> None:
    scenario.add_run(games=a_schedule("B-A"))

    assert record(scenario, solve(scenario)) is RunStatus.COMPLETED

    assert scenario.schedule.games == a_schedule("B-A").games
    assert scenario.run.result is not None
    assert (scenario.run.result.attempt, scenario.run.result.revision) == (None, 1)
    assert completed(scenario).hard_violations == 0


def test_infeasible_is_an_outcome_with_its_reasons(scenario: RunScenario) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)
    why = ("A and B have no date in common",)
    proof = a_result(scenario.league, None, "1", AttemptStatus.INFEASIBLE, reasons=why)
    scenario.attempt().save_result(proof)

    status = record(scenario, Choice(Outcome.INFEASIBLE, None))

    assert status is RunStatus.INFEASIBLE
    assert scenario.run.result is not None
    assert scenario.run.result.reasons == why
    assert scenario.schedule.revision == 0
    assert completed(scenario).reasons == why


def test_the_least_broken_schedule_is_kept_and_says_so(scenario: RunScenario) -> None:
    scenario.add_run()
    choice = solve(scenario, a_schedule("A-B | B-A"))

    assert choice.outcome is Outcome.NOTHING_FOUND
    assert record(scenario, choice) is RunStatus.COMPLETED
    assert scenario.schedule.revision == 1
    assert completed(scenario).hard_violations == 3
    assert "This one breaks the fewest." in completed(scenario).reasons[0]


def test_a_run_whose_schedule_was_deleted_ends_as_cancelled(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.delete_schedule()

    assert record(scenario, choice) is RunStatus.CANCELLED

    assert scenario.run.result is not None
    assert scenario.run.result.revision is None
    assert "deleted" in completed(scenario).reasons[-1]


def test_a_schedule_that_was_renamed_meanwhile_keeps_its_new_name(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.change(replace(scenario.schedule, name="MBB"))

    record(scenario, choice)

    assert scenario.schedule.name == "MBB"
    assert scenario.schedule.games == FOUND.games


def test_games_that_were_changed_meanwhile_stay_as_they_were_changed(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    by_hand = a_schedule("B-A")
    scenario.change(replace(scenario.schedule, games=by_hand.games))

    assert record(scenario, choice) is RunStatus.COMPLETED

    assert scenario.schedule.games == by_hand.games
    assert scenario.application.revisions.load(TENANT, SCHEDULE, 1) == FOUND
    assert "kept as revision 1" in completed(scenario).reasons[-1]


def test_a_published_schedule_becomes_an_amended_one(scenario: RunScenario) -> None:
    scenario.add_run()
    scenario.change(replace(scenario.schedule, status=ScheduleStatus.PUBLISHED))

    record(scenario, solve(scenario))

    assert scenario.schedule.status is ScheduleStatus.AMENDED


def test_a_chosen_schedule_that_is_not_sound_any_more_is_not_recorded(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    honest = a_result(scenario.league, FOUND)
    scenario.attempt().save_result(replace(honest, schedule=a_schedule("")))

    with pytest.raises(ResultRejected):
        record(scenario, choice)

    assert scenario.run.status is RunStatus.RECORDING
    assert scenario.events == []


def test_a_run_that_is_over_stays_as_it_ended(scenario: RunScenario) -> None:
    scenario.add_run(a_run(RunStatus.FAILED))

    assert record(scenario) is RunStatus.FAILED
    assert scenario.events == []
