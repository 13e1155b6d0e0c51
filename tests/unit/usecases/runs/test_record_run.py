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


def test_a_run_has_its_result(scenario: RunScenario) -> None:
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


def test_the_final_event_has_the_figures_of_the_run(scenario: RunScenario) -> None:
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


def test_each_step_of_a_run_is_one_event(scenario: RunScenario) -> None:
    scenario.add_run()

    choice = solve(scenario)
    prepare_run(scenario.application, TENANT, RUN)
    choose_schedule(scenario.application, TENANT, RUN)
    record(scenario, choice)

    assert scenario.progress_statuses == ["preparing", "solving", "recording"]


def test_all_events_of_a_run_have_the_correlation_id_of_its_request(
    scenario: RunScenario,
) -> None:
    scenario.add_run(replace(a_run(), correlation_id="request-7"))

    record(scenario, solve(scenario))

    carried = {event.metadata.correlation_id for event in scenario.store.outbox}
    assert carried == {"request-7"}


def test_recording_twice_has_the_effect_of_recording_once(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)

    assert [record(scenario, choice), record(scenario, choice)] == [
        RunStatus.COMPLETED,
        RunStatus.COMPLETED,
    ]

    assert scenario.schedule.revision == 1
    assert len(scenario.events) == 2


def test_a_step_that_crashed_after_the_revision_can_be_repeated(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.application.revisions.save(TENANT, SCHEDULE, 1, FOUND)

    record(scenario, choice)

    assert scenario.schedule.revision == 1


def test_a_revision_number_that_is_taken_is_skipped(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.application.revisions.save(TENANT, SCHEDULE, 1, a_schedule("B-A"))

    record(scenario, choice)

    assert scenario.schedule.revision == 2
    assert scenario.application.revisions.load(TENANT, SCHEDULE, 2) == FOUND


def test_a_cancelled_run_records_its_best_schedule(scenario: RunScenario) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.change(replace(scenario.run, cancel_requested=True))

    assert record(scenario, choice) is RunStatus.CANCELLED

    assert scenario.schedule.games == FOUND.games
    assert completed(scenario).status == "cancelled"


def test_a_schedule_that_no_attempt_improves_keeps_its_revision(
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


def test_without_a_feasible_schedule_the_least_infeasible_one_is_recorded(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario, a_schedule("A-B | B-A"))

    assert choice.outcome is Outcome.NOTHING_FOUND
    assert record(scenario, choice) is RunStatus.COMPLETED
    assert scenario.schedule.revision == 1
    assert completed(scenario).hard_violations == 3
    assert "This one breaks the fewest." in completed(scenario).reasons[0]


def test_a_run_whose_schedule_was_deleted_is_cancelled(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.delete_schedule()

    assert record(scenario, choice) is RunStatus.CANCELLED

    assert scenario.run.result is not None
    assert scenario.run.result.revision is None
    assert "deleted" in completed(scenario).reasons[-1]


def test_a_schedule_renamed_during_the_run_keeps_its_new_name(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    choice = solve(scenario)
    scenario.change(replace(scenario.schedule, name="MBB"))

    record(scenario, choice)

    assert scenario.schedule.name == "MBB"
    assert scenario.schedule.games == FOUND.games


def test_games_changed_during_the_run_are_not_overwritten(
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


def test_a_published_schedule_becomes_amended(scenario: RunScenario) -> None:
    scenario.add_run()
    scenario.change(replace(scenario.schedule, status=ScheduleStatus.PUBLISHED))

    record(scenario, solve(scenario))

    assert scenario.schedule.status is ScheduleStatus.AMENDED


def test_a_chosen_schedule_that_is_no_longer_valid_is_not_recorded(
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


def test_a_run_that_has_ended_does_not_change(scenario: RunScenario) -> None:
    scenario.add_run(a_run(RunStatus.FAILED))

    assert record(scenario) is RunStatus.FAILED
    assert scenario.events == []
