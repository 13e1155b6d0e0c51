"""Repair a season under way with as few changes as possible.

The MIP model of the league fixes the games that are played or locked. It minimises the
games that move, then the teams of these games, then other hosts and later rounds.
Reserve dates are rounds without games, in which each team has a bye. A rule that keeps
them free is waived for the repair.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from flextime.domain.ids import ConstraintId
from flextime.domain.leagues.league import League
from flextime.domain.schedules.games import Game, Schedule
from flextime_solver.backends.deadline import Deadline
from flextime_solver.mip.unsupported import unsupported_reasons
from flextime_solver.repair.disrupted_season import DisruptedSeason
from flextime_solver.repair.disruption import Disruption
from flextime_solver.repair.game_changes import Repair
from flextime_solver.repair.params import RepairParams
from flextime_solver.repair.repair_preflight import repair_preflight
from flextime_solver.repair.window_search import WindowSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairResult:
    """Result of `repair`.

    Attributes
    ----------
    repairs
        Repairs found, the least disruptive first.
    complete
        Whether it is proven that there are no others.
    reasons
        If the league is not supported, a sentence for each reason.
    no_room
        If counting arguments prove that there is no repair, a sentence for each.
    """

    repairs: tuple[Repair, ...]
    complete: bool = False
    reasons: tuple[str, ...] = ()
    no_room: tuple[str, ...] = ()


def repair(  # noqa: PLR0913  # the disrupted season, field by field
    league: League,
    schedule: Schedule,
    disruptions: tuple[Disruption, ...],
    *,
    today: date,
    locked_until: date | None = None,
    waived: Collection[ConstraintId] = (),
    params: RepairParams,
) -> RepairResult:
    """Return distinct repairs, ranked by how little they disrupt the season.

    Parameters
    ----------
    league
        League of the schedule.
    schedule
        Published schedule. It may violate hard rules; a repair violates none further.
    disruptions
        Events to which the schedule is adapted.
    today
        Games before this date have been played.
    locked_until
        No game before this date is moved, except affected ones; by default, today.
    waived
        Rules that do not hold for the repair, such as one that reserves dates.
    params
        Number of repairs, windows, solver and time limit.

    Raises
    ------
    ModelMismatch
        If the checker disagrees with a repair.
    """
    remaining = tuple(
        rule for rule in league.active_constraints if rule.id not in waived
    )
    relaxed = replace(league, constraints=remaining)
    reasons = unsupported_reasons(relaxed, travel=False)
    if reasons:
        return RepairResult(repairs=(), reasons=reasons)
    season = DisruptedSeason(
        league=relaxed,
        schedule=schedule,
        disruptions=disruptions,
        today=today,
        locked_until=locked_until or today,
    )
    if impossible := repair_preflight(season):
        return RepairResult(repairs=(), complete=True, no_room=impossible)
    return _search_windows(season, params)


def _search_windows(season: DisruptedSeason, params: RepairParams) -> RepairResult:
    """Search window after window until there are enough repairs."""
    deadline = Deadline(params.mip.time_limit_s)
    found: tuple[Repair, ...] = ()
    complete = False
    for window in params.windows:
        if len(found) >= params.number or deadline.is_over:
            break
        search = WindowSearch(season, window, params.mip)
        found = _distinct((*found, *search.repairs(params.number, deadline)))
        complete = search.complete
    ranked = sorted(found, key=lambda repair: repair.rank)
    return RepairResult(repairs=tuple(ranked[: params.number]), complete=complete)


def _distinct(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """Drop repairs with the same games; one that is proven least replaces another."""
    found: dict[frozenset[Game], Repair] = {}
    for repair_ in repairs:
        key = frozenset(repair_.schedule.games)
        if key not in found or repair_.proven_least:
            found[key] = repair_
    return tuple(found.values())
