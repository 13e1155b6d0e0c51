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
from runs import RUN, SCHEDULE, TENANT, Office, a_result, a_run

FOUND = a_schedule("A-B")
FIRST = Choice(Outcome.SOLVED, AttemptId("1"))


def solve(office: Office, found: Schedule = FOUND) -> Choice:
    """Everything up to the last step, with one attempt that ended in order."""
    prepare_run(office.application, TENANT, RUN)
    status = AttemptStatus.FEASIBLE
    result = a_result(office.league, found, "1", status, bound_points=150.0)
    office.attempt().save_result(result)
    evaluation = choose_schedule(office.application, TENANT, RUN)
    best = evaluation.best
    return Choice(evaluation.outcome, best.attempt if best else None)


def record(office: Office, choice: Choice = FIRST) -> RunStatus:
    return record_run(office.application, TENANT, RUN, choice)


def completed(office: Office) -> OptimizationCompleted:
    (event,) = (e for e in office.told if isinstance(e, OptimizationCompleted))
    return event


def test_the_chosen_schedule_becomes_the_newest_revision(office: Office) -> None:
    office.open()

    assert record(office, solve(office)) is RunStatus.COMPLETED

    assert office.schedule.games == FOUND.games
    assert office.schedule.revision == 1
    assert office.application.revisions.load(TENANT, SCHEDULE, 1) == FOUND


def test_a_run_says_what_came_of_it(office: Office) -> None:
    office.open()

    record(office, solve(office))

    run = office.run
    assert run.status is RunStatus.COMPLETED
    assert run.finished_at is not None
    assert run.result is not None
    assert (run.result.attempt, run.result.revision) == ("1", 1)
    assert run.result.score is not None
    assert run.result.score.travel_m == 200_000
    assert run.result.optimization_score == 0.75


def test_the_end_of_a_run_is_told_with_its_figures(office: Office) -> None:
    office.open()

    record(office, solve(office))

    assert office.told == [
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


def test_every_step_of_a_run_is_told_once(office: Office) -> None:
    office.open()

    choice = solve(office)
    prepare_run(office.application, TENANT, RUN)
    choose_schedule(office.application, TENANT, RUN)
    record(office, choice)

    assert office.steps_told == ["preparing", "solving", "recording"]


def test_all_that_comes_of_a_run_carries_the_id_of_the_request_for_it(
    office: Office,
) -> None:
    office.open(replace(a_run(), correlation_id="request-7"))

    record(office, solve(office))

    carried = {event.metadata.correlation_id for event in office.store.outbox}
    assert carried == {"request-7"}


def test_to_record_twice_is_to_record_once(office: Office) -> None:
    office.open()
    choice = solve(office)

    assert [record(office, choice), record(office, choice)] == [
        RunStatus.COMPLETED,
        RunStatus.COMPLETED,
    ]

    assert office.schedule.revision == 1
    assert len(office.told) == 2


def test_a_step_that_died_after_the_revision_is_repeated_without_a_trace(
    office: Office,
) -> None:
    office.open()
    choice = solve(office)
    office.application.revisions.save(TENANT, SCHEDULE, 1, FOUND)

    record(office, choice)

    assert office.schedule.revision == 1


def test_a_number_that_somebody_else_has_taken_is_left_out(office: Office) -> None:
    office.open()
    choice = solve(office)
    office.application.revisions.save(TENANT, SCHEDULE, 1, a_schedule("B-A"))

    record(office, choice)

    assert office.schedule.revision == 2
    assert office.application.revisions.load(TENANT, SCHEDULE, 2) == FOUND


def test_a_cancelled_run_keeps_its_best(office: Office) -> None:
    office.open()
    choice = solve(office)
    office.change(replace(office.run, cancel_requested=True))

    assert record(office, choice) is RunStatus.CANCELLED

    assert office.schedule.games == FOUND.games
    assert completed(office).status == "cancelled"


def test_a_schedule_that_stays_the_best_keeps_its_revision(office: Office) -> None:
    office.open(games=a_schedule("B-A"))

    assert record(office, solve(office)) is RunStatus.COMPLETED

    assert office.schedule.games == a_schedule("B-A").games
    assert office.run.result is not None
    assert (office.run.result.attempt, office.run.result.revision) == (None, 1)
    assert completed(office).hard_violations == 0


def test_infeasible_is_an_outcome_with_its_reasons(office: Office) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)
    why = ("A and B have no date in common",)
    proof = a_result(office.league, None, "1", AttemptStatus.INFEASIBLE, reasons=why)
    office.attempt().save_result(proof)

    status = record(office, Choice(Outcome.INFEASIBLE, None))

    assert status is RunStatus.INFEASIBLE
    assert office.run.result is not None
    assert office.run.result.reasons == why
    assert office.schedule.revision == 0
    assert completed(office).reasons == why


def test_the_least_broken_schedule_is_kept_and_says_so(office: Office) -> None:
    office.open()
    choice = solve(office, a_schedule("A-B | B-A"))

    assert choice.outcome is Outcome.NOTHING_FOUND
    assert record(office, choice) is RunStatus.COMPLETED
    assert office.schedule.revision == 1
    assert completed(office).hard_violations == 3
    assert "This one breaks the fewest." in completed(office).reasons[0]


def test_a_run_whose_schedule_was_deleted_ends_as_cancelled(office: Office) -> None:
    office.open()
    choice = solve(office)
    office.delete_schedule()

    assert record(office, choice) is RunStatus.CANCELLED

    assert office.run.result is not None
    assert office.run.result.revision is None
    assert "deleted" in completed(office).reasons[-1]


def test_a_schedule_that_was_renamed_meanwhile_keeps_its_new_name(
    office: Office,
) -> None:
    office.open()
    choice = solve(office)
    office.change(replace(office.schedule, name="MBB"))

    record(office, choice)

    assert office.schedule.name == "MBB"
    assert office.schedule.games == FOUND.games


def test_games_that_were_changed_meanwhile_stay_as_they_were_changed(
    office: Office,
) -> None:
    office.open()
    choice = solve(office)
    by_hand = a_schedule("B-A")
    office.change(replace(office.schedule, games=by_hand.games))

    assert record(office, choice) is RunStatus.COMPLETED

    assert office.schedule.games == by_hand.games
    assert office.application.revisions.load(TENANT, SCHEDULE, 1) == FOUND
    assert "kept as revision 1" in completed(office).reasons[-1]


def test_a_published_schedule_becomes_an_amended_one(office: Office) -> None:
    office.open()
    office.change(replace(office.schedule, status=ScheduleStatus.PUBLISHED))

    record(office, solve(office))

    assert office.schedule.status is ScheduleStatus.AMENDED


def test_a_chosen_schedule_that_is_not_sound_any_more_is_not_recorded(
    office: Office,
) -> None:
    office.open()
    choice = solve(office)
    honest = a_result(office.league, FOUND)
    office.attempt().save_result(replace(honest, schedule=a_schedule("")))

    with pytest.raises(ResultRejected):
        record(office, choice)

    assert office.run.status is RunStatus.RECORDING
    assert office.told == []


def test_a_run_that_is_over_stays_as_it_ended(office: Office) -> None:
    office.open(a_run(RunStatus.FAILED))

    assert record(office) is RunStatus.FAILED
    assert office.told == []
