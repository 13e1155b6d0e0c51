"""The evaluation of a run selects the best schedule that is reported correctly."""

from dataclasses import dataclass, replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from flextime.domain.ids import AttemptId
from flextime.domain.leagues.league import League
from flextime.domain.runs.attempts import AttemptStatus, Instance
from flextime.domain.runs.evaluation import AttemptOutput, Outcome, evaluate_attempts
from flextime.domain.schedules.checker import check
from flextime.domain.schedules.games import Game, Schedule
from runs import a_result
from strategies import feasible_seasons


@dataclass(frozen=True)
class Attempt:
    """The output of one attempt, and whether it reports its score correctly."""

    output: AttemptOutput
    schedule: Schedule
    correct: bool


@st.composite
def changed(draw: st.DrawFn, league: League, schedule: Schedule) -> Schedule:
    """The schedule with some games moved, reversed or removed."""
    slots = league.calendar.slots

    def change(game: Game) -> Game | None:
        kind = draw(
            st.sampled_from(["keep", "keep", "keep", "move", "reverse", "remove"])
        )
        match kind:
            case "move":
                return replace(game, slot=draw(st.sampled_from(slots)).id)
            case "reverse":
                return replace(game, home=game.away, away=game.home)
            case "remove":
                return None
        return game

    games = (change(game) for game in schedule.games)
    return replace(schedule, games=tuple(game for game in games if game is not None))


@st.composite
def runs(draw: st.DrawFn) -> tuple[Instance, list[Attempt]]:
    """An instance, with or without an initial schedule, and one to five attempts."""
    season = draw(feasible_seasons())
    league, known = season.league, season.schedule
    start = draw(st.none() | changed(league, known))
    found = [
        _found(draw, league, str(number), draw(changed(league, known)))
        for number in range(1, draw(st.integers(1, 5)) + 1)
    ]
    return Instance(league, start), found


def _found(draw: st.DrawFn, league: League, number: str, schedule: Schedule) -> Attempt:
    if draw(st.booleans()):
        return Attempt((AttemptId(number), schedule), schedule, correct=True)
    result = a_result(league, schedule, number)
    score = check(league, schedule).score
    if not score.feasible:
        result = replace(result, status=AttemptStatus.NOTHING_FEASIBLE)
    if draw(st.booleans()):
        return Attempt(result, schedule, correct=True)
    better = replace(score, travel_m=score.travel_m - 1)
    return Attempt(replace(result, score=better), schedule, correct=False)


@given(runs())
def test_the_best_correctly_reported_schedule_is_selected(
    run: tuple[Instance, list[Attempt]],
) -> None:
    instance, found = run
    schedules = [each.schedule for each in found if each.correct]
    if instance.start is not None:
        schedules.append(instance.start)

    best = evaluate_attempts(instance, [each.output for each in found]).best

    ranks = [check(instance.league, schedule).score.rank for schedule in schedules]
    assert (best.score.rank if best else None) == min(ranks, default=None)


@given(runs())
def test_a_feasible_schedule_is_preferred_to_an_infeasible_one(
    run: tuple[Instance, list[Attempt]],
) -> None:
    instance, found = run

    evaluation = evaluate_attempts(instance, [each.output for each in found])

    some_feasible = any(each.score.feasible for each in evaluation.candidates)
    chosen_feasible = evaluation.best is not None and evaluation.best.score.feasible
    assert chosen_feasible is some_feasible
    assert (evaluation.outcome is Outcome.SOLVED) is some_feasible


@given(runs())
def test_exactly_the_wrong_reports_are_rejected(
    run: tuple[Instance, list[Attempt]],
) -> None:
    instance, found = run

    evaluation = evaluate_attempts(instance, [each.output for each in found])

    wrong = [str(n) for n, each in enumerate(found, start=1) if not each.correct]
    assert [rejection.attempt for rejection in evaluation.rejections] == wrong


@given(runs(), st.randoms(use_true_random=False))
def test_the_order_of_attempts_does_not_matter(
    run: tuple[Instance, list[Attempt]], chance: Random
) -> None:
    instance, found = run
    outputs = [each.output for each in found]
    shuffled = outputs.copy()
    chance.shuffle(shuffled)

    one, other = (
        evaluate_attempts(instance, outputs).best,
        evaluate_attempts(instance, shuffled).best,
    )

    assert (one and one.score.rank) == (other and other.score.rank)
