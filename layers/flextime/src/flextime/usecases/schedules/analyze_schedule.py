"""Analyse a schedule: score, violations, travel and games of each team."""

from dataclasses import dataclass

from flextime.domain.ids import ConstraintId, LeagueId, ScheduleId, TeamId
from flextime.domain.leagues.league import League, TravelModel
from flextime.domain.leagues.references import validate_schedule
from flextime.domain.schedules.checker import Report, Violation, check
from flextime.domain.schedules.games import Game, Schedule
from flextime.domain.schedules.score import Score, TeamGameCount, TeamTravel
from flextime.domain.schedules.season_schedule import SeasonSchedule
from flextime.usecases.ports import Store
from flextime.usecases.request_context import RequestContext


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBreakdown:
    """The parts of a score.

    Attributes
    ----------
    infeasibility
        Sum of the penalties of hard violations.
    travel_points
        Points for the metres of all teams under `travel_model`.
    objective
        Sum of `soft_penalty` and `travel_points`, rounded to a thousandth.
    """

    hard_violations: int
    infeasibility: int
    soft_penalty: int
    travel_model: TravelModel
    travel_points: float
    objective: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintPenalty:
    """The penalty of one constraint: part of infeasibility (hard) or soft penalty."""

    constraint: ConstraintId
    kind: str
    hard: bool
    violations: int
    penalty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelKm:
    """Kilometres of a season under each of the travel models A, B and C."""

    round_trips_km: int
    three_day_rule_km: int
    chain_km: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTravelKm(TravelKm):
    """Travel of one team, with its trips under the league's own travel model."""

    team: TeamId
    trips: int
    longer_trips: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The analysis of a schedule.

    Attributes
    ----------
    rules
        The violated constraints; their penalties add up to those of the score.
    travel
        Kilometres of each team, rounded; `travel_total` is the sum of these.
    games
        Home and away games of each team; a series counts as its games.
    """

    feasible: bool
    score: ScoreBreakdown
    rules: tuple[ConstraintPenalty, ...]
    violations: tuple[Violation, ...]
    travel: tuple[TeamTravelKm, ...]
    travel_total: TravelKm
    games: tuple[TeamGameCount, ...]


def explain_schedule(
    store: Store,
    context: RequestContext,
    schedule: ScheduleId,
    games: tuple[Game, ...] | None = None,
    league_of_games: LeagueId | None = None,
) -> Analysis:
    """Analyse the stored games of a schedule, or `games` in their place.

    Parameters
    ----------
    league_of_games
        League that the given games name; None for the schedule's own.

    Raises
    ------
    NotFound
        The schedule does not exist.
    InvalidSchedule
        A given game does not belong to the schedule's league.
    """
    stored = store.load(context.tenant, SeasonSchedule, schedule).value
    league = stored.apply_to(store.load(context.tenant, League, stored.league).value)
    analysed = Schedule(
        league_of_games or league.id, stored.games if games is None else games
    )
    validate_schedule(league, analysed)
    return analysis_of(league, check(league, analysed))


def analysis_of(league: League, report: Report) -> Analysis:
    """Convert the checker's report to whole kilometres and points."""
    teams = tuple(_in_km(team) for team in report.travel)
    return Analysis(
        feasible=report.score.feasible,
        score=_score_breakdown(report.score, league.goals.travel_model),
        rules=_by_constraint(report.violations),
        violations=report.violations,
        travel=teams,
        travel_total=TravelKm(
            round_trips_km=sum(team.round_trips_km for team in teams),
            three_day_rule_km=sum(team.three_day_rule_km for team in teams),
            chain_km=sum(team.chain_km for team in teams),
        ),
        games=report.games,
    )


def _score_breakdown(score: Score, model: TravelModel) -> ScoreBreakdown:
    travel_points = score.exact_objective - score.soft_penalty
    return ScoreBreakdown(
        hard_violations=score.hard_violations,
        infeasibility=score.infeasibility,
        soft_penalty=score.soft_penalty,
        travel_model=model,
        travel_points=float(travel_points),
        objective=score.objective,
    )


def _by_constraint(violations: tuple[Violation, ...]) -> tuple[ConstraintPenalty, ...]:
    rules = {(v.constraint, v.kind, v.hard): [0, 0] for v in violations}
    for violation in violations:
        tally = rules[violation.constraint, violation.kind, violation.hard]
        tally[0] += 1
        tally[1] += violation.penalty
    return tuple(
        ConstraintPenalty(
            constraint=constraint, kind=kind, hard=hard, violations=count, penalty=sum_
        )
        for (constraint, kind, hard), (count, sum_) in rules.items()
    )


def _in_km(travel: TeamTravel) -> TeamTravelKm:
    return TeamTravelKm(
        team=travel.team,
        round_trips_km=round(travel.round_trips_m / 1000),
        three_day_rule_km=round(travel.three_day_rule_m / 1000),
        chain_km=round(travel.chain_m / 1000),
        trips=travel.trips,
        longer_trips=travel.longer_trips,
    )
