"""`flextime leagues`: the included leagues."""

import json
from typing import Annotated

import typer
from rich.table import Table

from flextime import shipped_leagues
from flextime.domain.ids import LeagueId
from flextime.domain.leagues.league import League
from flextime.serialization.type_adapters import adapter_of
from flextime_cli.scorecard import console


def leagues_command(
    league: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="print this one's document instead"),
    ] = None,
    *,
    published: Annotated[
        bool, typer.Option("--published", help="print its published schedule")
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="print the JSON Schema of a league")
    ] = False,
) -> None:
    """List the included leagues, or print one as a document to start from."""
    if schema:
        typer.echo(json.dumps(adapter_of(League).json_schema(), indent=2))
    elif league is None:
        console().print(_listed())
    elif published:
        typer.echo(shipped_leagues.published_document(LeagueId(league)), nl=False)
    else:
        typer.echo(shipped_leagues.document(LeagueId(league)), nl=False)


def _listed() -> Table:
    columns = ("id", "league", "teams", "games", "slots", "rules", "published")
    table = Table(*columns, box=None)
    for name in shipped_leagues.league_ids():
        league = shipped_leagues.read(name)
        table.add_row(
            name,
            league.name,
            str(len(league.teams)),
            str(league.games_of_season),
            str(len(league.calendar.slots)),
            str(len(league.constraints)),
            "yes" if name in shipped_leagues.published_ids() else "no",
        )
    return table
