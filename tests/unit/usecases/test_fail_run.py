from builders import a_schedule
from fakes.folder_files import FolderRevisions
from flextime.domain.errors import Unavailable
from flextime.domain.events import OptimizationFailed, ScheduleOptimized
from flextime.domain.ids import ScheduleId, TenantId
from flextime.domain.runs.run import RunStatus
from flextime.domain.schedules.games import Schedule
from flextime.usecases.runs.fail_run import fail_run
from flextime.usecases.runs.prepare_run import prepare_run
from runs import RUN, SCHEDULE, TENANT, Office, a_run

FOUND = a_schedule("A-B")


def fail(office: Office) -> RunStatus:
    return fail_run(office.application, TENANT, RUN, "The run took too long.")


def test_a_failed_run_says_why(office: Office) -> None:
    office.open()

    assert fail(office) is RunStatus.FAILED

    assert office.run.error == "The run took too long."
    assert office.told == [
        OptimizationFailed(
            schedule=SCHEDULE,
            schedule_name="Men's basketball",
            error="The run took too long.",
            revision=None,
            owner_email="ann@example.edu",
        )
    ]


def test_a_failed_run_keeps_the_best_it_had(office: Office) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)
    office.attempt().save_incumbent(FOUND)

    assert fail(office) is RunStatus.FAILED

    assert office.schedule.games == FOUND.games
    assert ScheduleOptimized(run_id=RUN, revision=1) in office.told


def test_a_failed_run_whose_owner_had_stopped_it_is_still_failed(
    office: Office,
) -> None:
    office.open(a_run(cancel_requested=True))

    assert fail(office) is RunStatus.FAILED


def test_to_fail_twice_is_to_fail_once(office: Office) -> None:
    office.open()

    fail(office)
    fail(office)

    assert len(office.told) == 1


def test_a_run_that_ended_well_does_not_fail_afterwards(office: Office) -> None:
    office.open(a_run(RunStatus.COMPLETED))

    assert fail(office) is RunStatus.COMPLETED
    assert office.told == []


def test_files_that_cannot_be_read_do_not_keep_a_run_from_failing(
    office: Office,
) -> None:
    office.open()
    instance = office.folder / f"tenants/{TENANT}/runs/{RUN}/instance.json"
    instance.parent.mkdir(parents=True)
    instance.write_text("{")

    assert fail(office) is RunStatus.FAILED


class SilentRevisions(FolderRevisions):
    def save(
        self, tenant: TenantId, schedule: ScheduleId, number: int, value: Schedule
    ) -> None:
        raise Unavailable(f"{tenant}/{schedule}/{number} of {value.league}: no answer")


def test_a_bucket_that_takes_nothing_does_not_keep_a_run_from_failing(
    office: Office,
) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)
    office.attempt().save_incumbent(FOUND)
    vars(office.application)["revisions"] = SilentRevisions(office.folder)

    assert fail(office) is RunStatus.FAILED
    assert office.schedule.revision == 0


def test_a_run_whose_schedule_is_gone_still_fails(office: Office) -> None:
    office.open()
    office.delete_schedule()

    assert fail(office) is RunStatus.FAILED
    assert office.run.error == "The run took too long."
