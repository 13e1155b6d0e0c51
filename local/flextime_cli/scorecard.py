"""Present a checked schedule at a terminal."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from flextime.domain.leagues.league import League
from flextime.domain.schedules.checker import ConstraintResult, Report, Violation
from flextime.serialization.type_adapters import adapter_of
from flextime.usecases.schedules.analyze_schedule import (
    Analysis,
    TravelKm,
    analysis_of,
)

_SHOWN_VIOLATIONS = 20


def scorecard(league: League, report: Report, *, everything: bool) -> RenderableType:
    """Return the score, the violations (the first 20 or all) and the travel."""
    analysis = analysis_of(league, report)
    return Group(
        _headline(league, analysis, report),
        *_violations(report, None if everything else _SHOWN_VIOLATIONS),
        *([_rules(report.constraint_results)] if everything else []),
        _travel(league, analysis),
    )


def analysis_json(league: League, report: Report) -> bytes:
    """Return the analysis as JSON, as the API's analysis endpoint does."""
    return adapter_of(Analysis).dump_json(analysis_of(league, report), indent=2)


def console() -> Console:
    """Return the console for results on standard output."""
    return Console(highlight=False)


def _headline(league: League, analysis: Analysis, report: Report) -> Text:
    kept = sum(verdict.satisfied for verdict in report.constraint_results)
    soft = len(report.violations) - analysis.score.hard_violations
    hard = analysis.score.hard_violations
    text = Text.assemble((f"{league.name}: ", "bold"))
    text.append(
        f"{hard} hard violations" if hard else "no hard violation",
        "bold red" if hard else "bold green",
    )
    text.append(
        f", {soft} soft ones; {kept} of {len(report.constraint_results)} rules kept\n"
        f"objective {analysis.score.objective:,.0f} points ="
        f" {analysis.score.soft_penalty:,} for soft rules"
        f" + {analysis.score.travel_points:,.0f} for travel"
    )
    return text


def _violations(report: Report, limit: int | None) -> Iterator[RenderableType]:
    if not report.violations:
        return
    table = Table(
        "rule", "", "points", "what", title="Violations", title_justify="left"
    )
    hard_first = sorted(report.violations, key=lambda v: (not v.hard, -v.penalty))
    for violation in hard_first[:limit]:
        table.add_row(*_row(violation))
    yield table
    if limit is not None and len(hard_first) > limit:
        yield Text(f"and {len(hard_first) - limit} more; --all shows them")


def _row(violation: Violation) -> tuple[str, Text, str, str]:
    weight = Text("hard", "red") if violation.hard else Text("soft", "yellow")
    return violation.constraint, weight, str(violation.penalty), violation.message


def _rules(verdicts: tuple[ConstraintResult, ...]) -> Table:
    table = Table("rule", "kind", "", "verdict", title="Rules", title_justify="left")
    for verdict in verdicts:
        table.add_row(
            verdict.constraint,
            verdict.kind,
            "hard" if verdict.hard else "soft",
            "kept"
            if verdict.satisfied
            else f"broken {verdict.violations} times, {verdict.penalty:,} points",
        )
    return table


def _travel(league: League, analysis: Analysis) -> Table:
    table = Table(title="Games, and travel in km", title_justify="left")
    table.add_column("team")
    for column in (
        "home games",
        "away",
        "round trips (A)",
        "3-day rule (B)",
        "chain (C)",
        "trips",
        "longer",
    ):
        table.add_column(column, justify="right")
    for team, count in zip(analysis.travel, analysis.games, strict=True):
        name = league.team_by_id[team.team].name
        games = str(count.home_games), str(count.away_games)
        trips = str(team.trips), str(team.longer_trips)
        table.add_row(name, *games, *_km(team), *trips)
    table.add_section()
    table.add_row("total", "", "", *_km(analysis.travel_total), style="bold")
    return table


def _km(travel: TravelKm) -> tuple[str, str, str]:
    return (
        f"{travel.round_trips_km:,}",
        f"{travel.three_day_rule_km:,}",
        f"{travel.chain_km:,}",
    )
