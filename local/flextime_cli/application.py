"""The Typer application with all commands of `flextime`."""

import typer

from flextime_cli.command_errors import reporting_errors
from flextime_cli.commands.alternatives import alternatives_command
from flextime_cli.commands.check import check_command
from flextime_cli.commands.dead_letters import dead_letters
from flextime_cli.commands.demo import demo_command
from flextime_cli.commands.enumerate_schedules import enumerate_command
from flextime_cli.commands.explain import explain_command
from flextime_cli.commands.leagues import leagues_command
from flextime_cli.commands.local import local_command
from flextime_cli.commands.params import params_command
from flextime_cli.commands.repair import repair_command
from flextime_cli.commands.robinx import robinx
from flextime_cli.commands.solve import solve_command

app = typer.Typer(
    help="Make, check and explain the season schedules of a conference.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("demo")(reporting_errors(demo_command))
app.command("local")(reporting_errors(local_command))
app.command("check")(reporting_errors(check_command))
app.command("solve")(reporting_errors(solve_command))
app.command("explain")(reporting_errors(explain_command))
app.command("repair")(reporting_errors(repair_command))
app.command("alternatives")(reporting_errors(alternatives_command))
app.command("enumerate")(reporting_errors(enumerate_command))
app.command("params")(reporting_errors(params_command))
app.command("leagues")(reporting_errors(leagues_command))
app.add_typer(robinx, name="robinx")
app.add_typer(dead_letters, name="dead-letters")
