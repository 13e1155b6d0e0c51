"""The checker: all violations of a schedule, its travel and its score.

The checker shares no code with the solver, whose results are verified against it.
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
    """A constraint violated at one place of a schedule.

    Attributes
    ----------
    constraint, kind
        Id and kind of the constraint; both are the name of a base rule where one of
        those is violated.
    penalty
        Weight times deviation: points for a soft constraint, infeasibility for a hard
        one.
    message
        One sentence that names the teams and dates.
    """

    constraint: ConstraintId
    kind: str
    hard: bool
    penalty: int
    message: str
    teams: tuple[TeamId, ...]
    games: tuple[GameId, ...]


@dataclass(frozen=True, slots=True)
class ConstraintResult:
    """One constraint evaluated over a whole schedule.

    Attributes
    ----------
    violations
        Number of violations.
    penalty
        Sum of their penalties.
    """

    constraint: ConstraintId
    kind: str
    hard: bool
    violations: int
    penalty: int

    @property
    def satisfied(self) -> bool:
        """Whether the schedule does not violate the constraint."""
        return self.violations == 0


@dataclass(frozen=True, slots=True)
class Report:
    """The complete evaluation of one schedule.

    Attributes
    ----------
    score
        ``score.infeasibility`` is the sum of the penalties of hard violations,
        ``score.soft_penalty`` that of soft ones, ``score.travel_m`` the metres of all
        teams under the league's travel model.
    travel
        Travel of each team, in the league's order of teams.
    constraint_results
        Every active constraint, satisfied or violated, after the base rules.
    games
        Home and away games of each team; each game of a series is counted.
    """

    score: Score
    violations: tuple[Violation, ...]
    travel: tuple[TeamTravel, ...]
    constraint_results: tuple[ConstraintResult, ...]
    games: tuple[TeamGameCount, ...]


def check(league: League, schedule: Schedule) -> Report:
    """Evaluate a schedule of `league`.

    Raises
    ------
    InvalidSchedule
        If the schedule names a league, team, slot or venue that `league` does not have.
    """
    validate_schedule(league, schedule)
    timeline = Timeline(league, schedule)
    violations = (*_structural_violations(timeline), *_rule_violations(timeline))
    travel = tuple(_team_travel(timeline, team.id) for team in league.teams)
    return Report(
        _score(timeline, violations),
        violations,
        travel,
        _constraint_results(league, violations),
        tuple(_game_count(timeline, team.id) for team in league.teams),
    )


def _structural_violations(timeline: Timeline) -> Iterator[Violation]:
    for name, deviation in structural_deviations(timeline):
        yield _violation(ConstraintId(name), name, deviation, weight=1, hard=True)


def _rule_violations(timeline: Timeline) -> Iterator[Violation]:
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


def _constraint_results(
    league: League, violations: tuple[Violation, ...]
) -> tuple[ConstraintResult, ...]:
    rules = [(ConstraintId(name), name, True) for name in BASE_RULES]
    rules += [(rule.id, rule.kind, rule.hard) for rule in league.active_constraints]
    count = Counter((v.constraint, v.kind) for v in violations)
    penalty: Counter[tuple[ConstraintId, str]] = Counter()
    for violation in violations:
        penalty[violation.constraint, violation.kind] += violation.penalty
    return tuple(
        ConstraintResult(name, kind, hard, count[name, kind], penalty[name, kind])
        for name, kind, hard in rules
    )


def _game_count(timeline: Timeline, team: TeamId) -> TeamGameCount:
    games_per_series = timeline.league.format.games_per_series
    played = timeline.games_of(team)
    hosted = sum(game.at_home for game in played)
    return TeamGameCount(
        team, games_per_series * hosted, games_per_series * (len(played) - hosted)
    )


def _team_travel(timeline: Timeline, team: TeamId) -> TeamTravel:
    model = timeline.league.goals.travel_model
    own_trips = trips(timeline.games_of(team), model)
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
