"""`flextime explain`: why a league has no schedule, and which changes give it one."""

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from flextime.domain.errors import Problem
from flextime.domain.leagues.league import League
from flextime.domain.leagues.preflight import preflight
from flextime.serialization.type_adapters import adapter_of
from flextime_cli.background_task import run_in_background
from flextime_cli.commands.check import Verdict
from flextime_cli.describe_rule import describe, rule_of
from flextime_cli.inputs import any_league_from

if TYPE_CHECKING:
    from flextime_solver.infeasibility.explanation import Explanation, RelaxationCost


def explain_command(
    league: Annotated[
        str, typer.Argument(metavar="LEAGUE", help="a .json file, or a shipped id")
    ],
    seconds: Annotated[float, typer.Option(min=1, help="time for the proof")] = 60.0,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Say why a league has no schedule: exit 0 when it has one, else 1.

    First by counting; then by a conflict, hard rules that cannot be kept together,
    though they can without any one of them; then what it takes to give up each.
    """
    given = any_league_from(league)
    screen = Console(highlight=False, stderr=True)
    problems = _counted(given, screen)
    found = run_in_background(
        screen, "looking for a conflict", lambda: _explained(given, problems, seconds)
    )
    if as_json:
        from flextime_solver.infeasibility.explanation import Explanation  # noqa: PLC0415 - a second of imports

        typer.echo(adapter_of(Explanation).dump_json(found, indent=2))
    else:
        for line in _lines(given, found):
            typer.echo(line)
    feasible = found.finding == "feasible"
    raise typer.Exit(Verdict.FEASIBLE if feasible else Verdict.HARD_RULES_BROKEN)


def _counted(league: League, screen: Console) -> tuple[Problem, ...]:
    begin_s = monotonic()
    problems = preflight(league)
    screen.print(
        f"counting: {len(problems) or 'no'} reasons after {monotonic() - begin_s:.2f} s"
    )
    for problem in problems:
        screen.print(f"  {problem.pointer}: {problem.message}", soft_wrap=True)
    return problems


def _explained(
    league: League, problems: tuple[Problem, ...], seconds: float
) -> "Explanation":
    from flextime_solver.infeasibility.explain import explain_infeasibility  # noqa: PLC0415 - a second of imports
    from flextime_solver.runtime.warm_up import warm_up  # noqa: PLC0415 - a second of imports

    warm_up()
    return explain_infeasibility(league, seconds, lambda _: problems)


_FINDINGS = {
    "feasible": "A schedule keeps all hard rules: there is nothing to explain.",
    "counted": "Counting shows that no schedule keeps all hard rules (above); which"
    " rules are in conflict was not found in time.",
    "format": "The format does not fit into the rounds, whatever the rules.",
    "unknown": "Neither a schedule nor a proof that there is none was found in time;"
    " give it more --seconds.",
    "unsupported": "No proof can be made for this league:",
}


def _lines(league: League, found: "Explanation") -> Iterator[str]:
    if found.finding in _FINDINGS:
        yield _FINDINGS[found.finding]
    yield from (f"  {reason}" for reason in found.reasons)
    if found.conflict:
        yield "No schedule keeps all of these rules:"
        for name in found.conflict:
            yield f"  {name} ({describe(league, rule_of(league, name))})"
        yield (
            "Proven: without any one of them, the others have a schedule."
            if found.proven_minimal
            else "Not proven minimal: some of them may have no part in it."
        )
        yield "What it takes to have one, the rule to give up first first:"
        for price in found.prices:
            yield from _priced(price)


def _priced(price: "RelaxationCost") -> Iterator[str]:
    if price.deviation is None:
        yield (
            f"  give up {price.rule}: does not help alone, other rules are in the way"
            if price.proven_useless
            else f"  give up {price.rule}: no schedule was found in time"
        )
        return
    least = "" if price.proven_least else "at most "
    yield (
        f"  give up {price.rule} (priority {price.priority}): broken by"
        f" {least}{price.deviation}, the rest then costs {price.objective:,.0f} points"
    )
    yield from (f"    {sentence}" for sentence in price.sentences)
