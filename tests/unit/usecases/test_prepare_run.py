from dataclasses import replace

from builders import a_schedule
from flextime.domain.leagues.league import Goals, TravelModel
from flextime.domain.runs.attempts import Instance
from flextime.domain.runs.run import RunStatus
from flextime.usecases.runs.prepare_run import prepare_run
from runs import RUN, TENANT, Office, a_run


def prepare(office: Office) -> tuple[str, ...]:
    return prepare_run(office.application, TENANT, RUN)


def test_every_attempt_finds_the_instance_and_its_own_parameters(
    office: Office,
) -> None:
    office.open(a_run(attempts=2))

    assert prepare(office) == ("1", "2")

    (instance, first), (_, second) = (office.attempt(n).load() for n in ("1", "2"))
    assert instance == Instance(office.league, None)
    assert (first.seed, first.time_limit_s) == (3, 5)
    assert second.seed != first.seed
    assert office.run.status is RunStatus.SOLVING


def test_what_is_solved_has_the_schedules_own_rules_and_games(office: Office) -> None:
    office.open(games=a_schedule("A-B"))
    goals = Goals(TravelModel.CHAIN, 5)
    office.change(replace(office.schedule, goals=goals))

    prepare(office)

    instance, _ = office.attempt().load()
    assert instance.league.goals == goals
    assert instance.start == a_schedule("A-B")


def test_to_prepare_twice_is_to_prepare_once(office: Office) -> None:
    office.open()

    assert prepare(office) == prepare(office)


def test_what_attempts_read_is_left_alone_once_they_may_be_at_work(
    office: Office,
) -> None:
    office.open()
    prepare(office)
    office.change(replace(office.schedule, games=a_schedule("A-B").games))

    prepare(office)

    instance, _ = office.attempt().load()
    assert instance.start is None


def test_a_run_that_is_over_has_nothing_to_attempt(office: Office) -> None:
    office.open(a_run(RunStatus.CANCELLED))

    assert prepare(office) == ()
    assert office.run.status is RunStatus.CANCELLED


def test_a_run_whose_schedule_is_gone_has_nothing_to_attempt(office: Office) -> None:
    office.open()
    office.delete_schedule()

    assert prepare(office) == ()
