from dataclasses import replace

from builders import a_schedule
from flextime.domain.leagues.league import Goals, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime.domain.runs.run import RunStatus
from flextime.usecases.runs.prepare_run import prepare_run
from runs import RUN, TENANT, RunScenario, a_run


def prepare(scenario: RunScenario) -> tuple[str, ...]:
    return prepare_run(scenario.application, TENANT, RUN)


def test_every_attempt_finds_the_instance_and_its_own_parameters(
    scenario: RunScenario,
) -> None:
    scenario.add_run(a_run(attempts=2))

    assert prepare(scenario) == ("1", "2")

    (instance, first), (_, second) = (scenario.attempt(n).load() for n in ("1", "2"))
    assert instance == Instance(scenario.league, None)
    assert (first.seed, first.time_limit_s) == (3, 5)
    assert second.seed != first.seed
    assert scenario.run.status is RunStatus.SOLVING


def test_the_instance_has_the_constraints_and_games_of_the_schedule(
    scenario: RunScenario,
) -> None:
    scenario.add_run(games=a_schedule("A-B"))
    goals = Goals(TravelModel.CHAIN, 5)
    scenario.change(replace(scenario.schedule, goals=goals))

    prepare(scenario)

    instance, _ = scenario.attempt().load()
    assert instance.league.goals == goals
    assert instance.start == a_schedule("A-B")


def test_preparing_twice_has_the_effect_of_preparing_once(
    scenario: RunScenario,
) -> None:
    scenario.add_run()

    assert prepare(scenario) == prepare(scenario)


def test_files_of_attempts_are_not_overwritten_once_attempts_may_run(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    prepare(scenario)
    scenario.change(replace(scenario.schedule, games=a_schedule("A-B").games))

    prepare(scenario)

    instance, _ = scenario.attempt().load()
    assert instance.start is None


def test_a_run_that_has_ended_has_no_attempts_to_execute(scenario: RunScenario) -> None:
    scenario.add_run(a_run(RunStatus.CANCELLED))

    assert prepare(scenario) == ()
    assert scenario.run.status is RunStatus.CANCELLED


def test_a_run_whose_schedule_was_deleted_has_no_attempts_to_execute(
    scenario: RunScenario,
) -> None:
    scenario.add_run()
    scenario.delete_schedule()

    assert prepare(scenario) == ()
