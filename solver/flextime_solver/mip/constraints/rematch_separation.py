"""Games or days between two consecutive meetings of a pair.

For an earlier slot q and a later slot r that may be too close:

    d >= m[p, q] + m[p, r] - 1 - meetings between - (1 - few)

few = 1 if a team plays fewer than min_games games after q up to r. It is the constant 0
or 1 where the dates or the number of rounds decide:

    min_games few >= min_games - (games after q up to r)
"""

from collections.abc import Iterator
from itertools import combinations

from pulp import lpSum

from flextime.domain.constraints.rematch_separation import RematchSeparation
from flextime.domain.ids import TeamId
from flextime.domain.leagues.season import Slot
from flextime_solver.mip.integer_program import LinearExpr
from flextime_solver.mip.model import MipModel
from flextime_solver.mip.violation_term import ViolationTerm


def violation_terms(
    model: MipModel, rule: RematchSeparation
) -> Iterator[ViolationTerm]:
    """Yield a term for each pair that meets more than once and each later slot."""
    for first, second in combinations(model.teams, 2):
        if model.league.format.meetings(first, second).at_most > 1:
            for later in model.league.calendar.slots:
                expressions = tuple(_expressions(model, rule, (first, second), later))
                if expressions:
                    yield ViolationTerm(
                        f"rematch_{first}_{second}_{later.id}", expressions
                    )


def _expressions(
    model: MipModel,
    rule: RematchSeparation,
    pair: tuple[TeamId, TeamId],
    later: Slot,
) -> Iterator[LinearExpr]:
    """Yield expressions that are 1 if a meeting in `later` follows another too soon."""
    rematch = model.meetings(*pair, (later.id,))
    certain = []
    for earlier in _before(model, later):
        few = _too_few(model, rule, pair, earlier, later)
        if few is None:
            certain.append(earlier)
            continue
        for expression in few:
            # a meeting in both slots and none between, and too few games
            first_meeting = model.meetings(*pair, (earlier.id,))
            between = _between(model, pair, earlier, later)
            yield first_meeting + rematch - 1 - between - 1 + expression
    if model.league.format.meetings(*pair).at_most == 2:
        if certain:
            # two meetings have none between: one constraint for all earlier slots,
            # which may hold both meetings if `later` holds none
            slots = tuple(slot.id for slot in certain)
            yield model.meetings(*pair, slots) + 2 * rematch - 2
        return
    for earlier in certain:
        first_meeting = model.meetings(*pair, (earlier.id,))
        yield first_meeting + rematch - 1 - _between(model, pair, earlier, later)


def _before(model: MipModel, later: Slot) -> Iterator[Slot]:
    """Yield the slots of earlier rounds."""
    for round_ in model.league.calendar.rounds[: model.league.round_position[later.id]]:
        yield from round_.slots


def _between(
    model: MipModel, pair: tuple[TeamId, TeamId], earlier: Slot, later: Slot
) -> LinearExpr:
    round_of = model.league.round_position
    if model.league.format.meetings(*pair).at_most == 2:
        return LinearExpr.empty()
    rounds = range(round_of[earlier.id] + 1, round_of[later.id])
    return lpSum(model.meetings(*pair, model.rounds[r]) for r in rounds)


def _too_few(
    model: MipModel,
    rule: RematchSeparation,
    pair: tuple[TeamId, TeamId],
    earlier: Slot,
    later: Slot,
) -> tuple[LinearExpr, ...] | None:
    """Return when a rematch is too close: None for always, () for never."""
    days_short = (later.date - earlier.date).days < rule.min_days
    if rule.both and days_short:
        return None
    if not (rule.both or days_short):
        return ()
    round_of = model.league.round_position
    start, end = round_of[earlier.id], round_of[later.id]
    if end - start < rule.min_games:
        return None
    few = (_few_games(model, rule.min_games, team, start, end) for team in pair)
    return tuple(expression for expression in few if expression is not None)


def _few_games(
    model: MipModel, min_games: int, team: TeamId, start: int, end: int
) -> LinearExpr | None:
    """Return at least 1 if round `end` is fewer than `min_games` games after `start`.

    None if that is impossible: more rounds lie between than the team has byes.
    """
    if end - start - model.byes >= min_games:
        return None

    def make() -> LinearExpr:
        few = model.binary(f"few_games_{team}_{start}_{end}")
        model.has_redundant_solutions = True
        played = model.games_in_rounds(team, range(start + 1, end + 1))
        # games after `start` up to `end` < min_games  =>  few = 1
        model.add_constraint(min_games * few >= min_games - played)
        return few + 0

    return model.cached(("few_games", min_games, team, start, end), make)
