from dataclasses import replace

import pytest

from builders import a_schedule
from flextime.domain.errors import AllAttemptsFailed, NotFound
from flextime.domain.runs.attempts import AttemptStatus
from flextime.domain.runs.evaluation import Outcome
from flextime.domain.runs.run import RunStatus
from flextime.usecases.runs.choose_schedule import choose_schedule
from flextime.usecases.runs.prepare_run import prepare_run
from runs import RUN, TENANT, Office, a_result, a_run


def test_the_best_of_what_attempts_left_is_chosen(office: Office) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)
    office.attempt("1").save_result(
        a_result(office.league, a_schedule(""), "1", AttemptStatus.NOTHING_FEASIBLE)
    )
    office.attempt("2").save_incumbent(a_schedule("A-B"))

    evaluation = choose_schedule(office.application, TENANT, RUN)

    assert evaluation.outcome is Outcome.SOLVED
    assert evaluation.best is not None
    assert evaluation.best.attempt == "2"
    assert office.run.status is RunStatus.RECORDING


def test_attempts_that_all_crashed_and_left_nothing_are_an_error(
    office: Office,
) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)

    with pytest.raises(AllAttemptsFailed, match="every attempt crashed"):
        choose_schedule(office.application, TENANT, RUN)


def test_attempts_that_were_all_rejected_are_an_error_that_says_why(
    office: Office,
) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)
    honest = a_result(office.league, a_schedule("A-B"))
    office.attempt().save_result(replace(honest, schedule=a_schedule("")))

    with pytest.raises(AllAttemptsFailed, match="attempt 1: the solver reported"):
        choose_schedule(office.application, TENANT, RUN)


def test_a_run_that_was_stopped_at_once_may_leave_nothing(office: Office) -> None:
    office.open(a_run(cancel_requested=True))
    prepare_run(office.application, TENANT, RUN)

    evaluation = choose_schedule(office.application, TENANT, RUN)

    assert evaluation.outcome is Outcome.NOTHING_FOUND
    assert evaluation.best is None


def test_a_run_that_was_never_prepared_found_nothing(office: Office) -> None:
    office.open()
    office.delete_schedule()
    prepare_run(office.application, TENANT, RUN)

    evaluation = choose_schedule(office.application, TENANT, RUN)

    assert evaluation.outcome is Outcome.NOTHING_FOUND


def test_an_instance_that_is_gone_is_an_error(office: Office) -> None:
    office.open()
    prepare_run(office.application, TENANT, RUN)
    (office.folder / f"tenants/{TENANT}/runs/{RUN}/instance.json").unlink()

    with pytest.raises(NotFound, match="there is no tenants"):
        choose_schedule(office.application, TENANT, RUN)
