from dataclasses import replace

import pytest

from builders import a_schedule
from flextime.domain.errors import AllAttemptsFailed, NotFound
from flextime.domain.runs.attempts import AttemptStatus
from flextime.domain.runs.evaluation import Outcome
from flextime.domain.runs.run import RunStatus
from flextime.usecases.runs.choose_schedule import choose_schedule
from flextime.usecases.runs.prepare_run import prepare_run
from runs import RUN, TENANT, RunScenario, a_result, a_run


def test_the_best_result_of_all_attempts_is_chosen(scenario: RunScenario) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)
    scenario.attempt("1").save_result(
        a_result(scenario.league, a_schedule(""), "1", AttemptStatus.NOTHING_FEASIBLE)
    )
    scenario.attempt("2").save_incumbent(a_schedule("A-B"))

    evaluation = choose_schedule(scenario.application, TENANT, RUN)

    assert evaluation.outcome is Outcome.SOLVED
    assert evaluation.best is not None
    assert evaluation.best.attempt == "2"
    assert scenario.run.status is RunStatus.RECORDING


def test_attempts_that_all_crashed_without_a_result_are_an_error(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)

    with pytest.raises(AllAttemptsFailed, match="every attempt crashed"):
        choose_schedule(scenario.application, TENANT, RUN)


def test_attempts_that_were_all_rejected_are_an_error_with_the_reasons(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)
    honest = a_result(scenario.league, a_schedule("A-B"))
    scenario.attempt().save_result(replace(honest, schedule=a_schedule("")))

    with pytest.raises(AllAttemptsFailed, match="attempt 1: the solver reported"):
        choose_schedule(scenario.application, TENANT, RUN)


def test_a_cancelled_run_without_results_is_not_an_error(
    scenario: RunScenario,
) -> None:
    scenario.add_run(a_run(cancel_requested=True))
    prepare_run(scenario.application, TENANT, RUN)

    evaluation = choose_schedule(scenario.application, TENANT, RUN)

    assert evaluation.outcome is Outcome.NOTHING_FOUND
    assert evaluation.best is None


def test_a_run_that_was_never_prepared_has_no_results(scenario: RunScenario) -> None:
    scenario.add_run()
    scenario.delete_schedule()
    prepare_run(scenario.application, TENANT, RUN)

    evaluation = choose_schedule(scenario.application, TENANT, RUN)

    assert evaluation.outcome is Outcome.NOTHING_FOUND


def test_a_missing_instance_is_an_error(scenario: RunScenario) -> None:
    scenario.add_run()
    prepare_run(scenario.application, TENANT, RUN)
    (scenario.folder / f"tenants/{TENANT}/runs/{RUN}/instance.json").unlink()

    with pytest.raises(NotFound, match="there is no tenants"):
        choose_schedule(scenario.application, TENANT, RUN)
