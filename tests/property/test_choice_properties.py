"""Whatever attempts leave, the choice is the best honest schedule."""

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
class Found:
    """What one attempt left, and whether it told the truth about it."""

    left: AttemptOutput
    schedule: Schedule
    honest: bool


@st.composite
def changed(draw: st.DrawFn, league: League, schedule: Schedule) -> Schedule:
    """The schedule with some games moved, turned round or lost."""
    slots = league.calendar.slots

    def change(game: Game) -> Game | None:
        kind = draw(st.sampled_from(["stay", "stay", "stay", "move", "turn", "lose"]))
        match kind:
            case "move":
                return replace(game, slot=draw(st.sampled_from(slots)).id)
            case "turn":
                return replace(game, home=game.away, away=game.home)
            case "lose":
                return None
        return game

    games = (change(game) for game in schedule.games)
    return replace(schedule, games=tuple(game for game in games if game is not None))


@st.composite
def runs(draw: st.DrawFn) -> tuple[Instance, list[Found]]:
    """An instance, with or without a start, and what up to five attempts left."""
    season = draw(feasible_seasons())
    league, known = season.league, season.schedule
    start = draw(st.none() | changed(league, known))
    found = [
        _found(draw, league, str(number), draw(changed(league, known)))
        for number in range(1, draw(st.integers(1, 5)) + 1)
    ]
    return Instance(league, start), found


def _found(draw: st.DrawFn, league: League, number: str, schedule: Schedule) -> Found:
    if draw(st.booleans()):
        return Found((AttemptId(number), schedule), schedule, honest=True)
    result = a_result(league, schedule, number)
    score = check(league, schedule).score
    if not score.feasible:
        result = replace(result, status=AttemptStatus.NOTHING_FEASIBLE)
    if draw(st.booleans()):
        return Found(result, schedule, honest=True)
    better = replace(score, travel_m=score.travel_m - 1)
    return Found(replace(result, score=better), schedule, honest=False)


@given(runs())
def test_the_best_honest_schedule_is_chosen(run: tuple[Instance, list[Found]]) -> None:
    instance, found = run
    schedules = [each.schedule for each in found if each.honest]
    if instance.start is not None:
        schedules.append(instance.start)

    best = evaluate_attempts(instance, [each.left for each in found]).best

    ranks = [check(instance.league, schedule).score.rank for schedule in schedules]
    assert (best.score.rank if best else None) == min(ranks, default=None)


@given(runs())
def test_no_broken_schedule_comes_before_a_feasible_one(
    run: tuple[Instance, list[Found]],
) -> None:
    instance, found = run

    evaluation = evaluate_attempts(instance, [each.left for each in found])

    some_feasible = any(each.score.feasible for each in evaluation.candidates)
    chosen_feasible = evaluation.best is not None and evaluation.best.score.feasible
    assert chosen_feasible is some_feasible
    assert (evaluation.outcome is Outcome.SOLVED) is some_feasible


@given(runs())
def test_those_who_lie_are_rejected_and_nobody_else(
    run: tuple[Instance, list[Found]],
) -> None:
    instance, found = run

    evaluation = evaluate_attempts(instance, [each.left for each in found])

    liars = [str(n) for n, each in enumerate(found, start=1) if not each.honest]
    assert [rejection.attempt for rejection in evaluation.rejections] == liars


@given(runs(), st.randoms(use_true_random=False))
def test_the_order_of_attempts_does_not_matter(
    run: tuple[Instance, list[Found]], chance: Random
) -> None:
    instance, found = run
    left = [each.left for each in found]
    shuffled = left.copy()
    chance.shuffle(shuffled)

    one, other = (
        evaluate_attempts(instance, left).best,
        evaluate_attempts(instance, shuffled).best,
    )

    assert (one and one.score.rank) == (other and other.score.rank)
