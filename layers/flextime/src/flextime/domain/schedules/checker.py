"""The judge: every violation of a schedule, its travel and its score.

Shares no code with any solver; solvers are held against it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from flextime.domain.constraints import Constraint, Deviation
from flextime.domain.ids import ConstraintId, GameId, TeamId
from flextime.domain.leagues.league import League, TravelModel
from flextime.domain.leagues.references import validate_schedule
from flextime.domain.schedules.games import Schedule
from flextime.domain.schedules.score import Score, TeamGameCount, TeamTravel
from flextime.domain.schedules.structure import BASE_RULES, structural_deviations
from flextime.domain.schedules.timeline import Timeline
from flextime.domain.schedules.travel import travel_m, trips


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule at one place. `penalty` is weight times deviation."""

    constraint: ConstraintId
    kind: str
    hard: bool
    penalty: int
    message: str
    teams: tuple[TeamId, ...]
    games: tuple[GameId, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one rule fares over the whole schedule; `penalty` sums its violations'."""

    constraint: ConstraintId
    kind: str
    hard: bool
    violations: int
    penalty: int

    @property
    def satisfied(self) -> bool:
        return self.violations == 0


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says of one schedule.

    `verdicts` has every active rule, kept or broken, the format's own rules first.
    `score.infeasibility` is the sum of the hard violations' penalties,
    `score.soft_penalty` that of the soft ones, `score.travel_m` that of the teams'
    metres under the league's model. `games` counts those of a series one by one.
    """

    score: Score
    violations: tuple[Violation, ...]
    travel: tuple[TeamTravel, ...]
    verdicts: tuple[Verdict, ...]
    games: tuple[TeamGameCount, ...]


def check(league: League, schedule: Schedule) -> Report:
    """Judge a schedule of `league`.

    Raises
    ------
    InvalidSchedule
        If it names a league, team, slot or venue that is not this league's.
    """
    validate_schedule(league, schedule)
    timeline = Timeline(league, schedule)
    violations = (*_structural(timeline), *_of_rules(timeline))
    travel = tuple(_team_travel(timeline, team.id) for team in league.teams)
    return Report(
        _score(timeline, violations),
        violations,
        travel,
        _verdicts(league, violations),
        tuple(_game_count(timeline, team.id) for team in league.teams),
    )


def _structural(timeline: Timeline) -> Iterator[Violation]:
    for name, deviation in structural_deviations(timeline):
        yield _violation(ConstraintId(name), name, deviation, weight=1, hard=True)


def _of_rules(timeline: Timeline) -> Iterator[Violation]:
    for rule in timeline.league.active_constraints:
        for deviation in rule.deviations(timeline):
            yield _violation_of(rule, deviation)


def _violation_of(rule: Constraint, deviation: Deviation) -> Violation:
    return _violation(rule.id, rule.kind, deviation, weight=rule.weight, hard=rule.hard)


def _violation(
    constraint: ConstraintId, kind: str, found: Deviation, *, weight: int, hard: bool
) -> Violation:
    return Violation(
        constraint=constraint,
        kind=kind,
        hard=hard,
        penalty=weight * found.amount,
        message=found.message,
        teams=found.teams,
        games=found.games,
    )


def _verdicts(league: League, violations: tuple[Violation, ...]) -> tuple[Verdict, ...]:
    rules = [(ConstraintId(name), name, True) for name in BASE_RULES]
    rules += [(rule.id, rule.kind, rule.hard) for rule in league.active_constraints]
    found = Counter((v.constraint, v.kind) for v in violations)
    points: Counter[tuple[ConstraintId, str]] = Counter()
    for violation in violations:
        points[violation.constraint, violation.kind] += violation.penalty
    return tuple(
        Verdict(name, kind, hard, found[name, kind], points[name, kind])
        for name, kind, hard in rules
    )


def _game_count(timeline: Timeline, team: TeamId) -> TeamGameCount:
    each = timeline.league.format.games_per_series
    played = timeline.of(team)
    hosted = sum(game.at_home for game in played)
    return TeamGameCount(team, each * hosted, each * (len(played) - hosted))


def _team_travel(timeline: Timeline, team: TeamId) -> TeamTravel:
    model = timeline.league.goals.travel_model
    own_trips = trips(timeline.of(team), model)
    return TeamTravel(
        team=team,
        round_trips_m=travel_m(timeline, team, TravelModel.ROUND_TRIPS),
        three_day_rule_m=travel_m(timeline, team, TravelModel.THREE_DAY_RULE),
        chain_m=travel_m(timeline, team, TravelModel.CHAIN),
        trips=len(own_trips),
        longer_trips=sum(len(trip) > 1 for trip in own_trips),
    )


def _score(timeline: Timeline, violations: tuple[Violation, ...]) -> Score:
    goals = timeline.league.goals
    hard = [violation for violation in violations if violation.hard]
    return Score(
        hard_violations=len(hard),
        infeasibility=sum(violation.penalty for violation in hard),
        soft_penalty=sum(v.penalty for v in violations if not v.hard),
        travel_m=sum(
            travel_m(timeline, team, goals.travel_model) for team in timeline.teams()
        ),
        travel_points_per_km=goals.travel_points_per_km,
    )
