from builders import a_schedule
from fakes.folder_files import FolderRevisions
from flextime.domain.errors import Unavailable
from flextime.domain.events import OptimizationFailed, ScheduleOptimized
from flextime.domain.ids import ScheduleId, TenantId
from flextime.domain.runs.run import RunStatus
from flextime.domain.schedules.games import Schedule
from flextime.usecases.runs.fail_run import fail_run
from flextime.usecases.runs.prepare_run import prepare_run
from runs import RUN, SCHEDULE, TENANT, RunScenario, a_run

FOUND = a_schedule("A-B")


def fail(scenario: RunScenario) -> RunStatus:
    return fail_run(scenario.application, TENANT, RUN, "The run took too long.")


def test_a_failed_run_has_its_error(scenario: RunScenario) -> None:
    scenario.add_run()

    assert fail(scenario) is RunStatus.FAILED

    assert scenario.run.error == "The run took too long."
    assert scenario.events == [
        OptimizationFailed(
            schedule=SCHEDULE,
            schedule_name="Men's basketball",
            error="The run took too long.",
            revision=None,
            owner_email="ann@example.edu",
        )
    ]


def test_a_failed_run_records_its_best_schedule(scenario: RunScenario) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)
    scenario.attempt().save_incumbent(FOUND)

    assert fail(scenario) is RunStatus.FAILED

    assert scenario.schedule.games == FOUND.games
    assert ScheduleOptimized(run_id=RUN, revision=1) in scenario.events


def test_a_cancelled_run_that_fails_is_failed(
    scenario: RunScenario,
) -> None:
    scenario.add_run(a_run(cancel_requested=True))

    assert fail(scenario) is RunStatus.FAILED


def test_failing_twice_has_the_effect_of_failing_once(scenario: RunScenario) -> None:
    scenario.add_run()

    fail(scenario)
    fail(scenario)

    assert len(scenario.events) == 1


def test_a_completed_run_does_not_fail_afterwards(scenario: RunScenario) -> None:
    scenario.add_run(a_run(RunStatus.COMPLETED))

    assert fail(scenario) is RunStatus.COMPLETED
    assert scenario.events == []


def test_unreadable_files_do_not_prevent_a_run_from_failing(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    instance = scenario.folder / f"tenants/{TENANT}/runs/{RUN}/instance.json"
    instance.parent.mkdir(parents=True)
    instance.write_text("{")

    assert fail(scenario) is RunStatus.FAILED


class SilentRevisions(FolderRevisions):
    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        raise Unavailable(f"{tenant}/{schedule}/{number} of {value.league}: no answer")


def test_an_unavailable_bucket_does_not_prevent_a_run_from_failing(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)
    scenario.attempt().save_incumbent(FOUND)
    vars(scenario.application)["revisions"] = SilentRevisions(scenario.folder)

    assert fail(scenario) is RunStatus.FAILED
    assert scenario.schedule.revision == 0


def test_a_run_whose_schedule_was_deleted_can_fail(scenario: RunScenario) -> None:
    scenario.add_run()
    scenario.delete_schedule()

    assert fail(scenario) is RunStatus.FAILED
    assert scenario.run.error == "The run took too long."
