"""All commands of `flextime`."""

import typer

from flextime_cli.alternatives_command import alternatives_command
from flextime_cli.check_command import check_command
from flextime_cli.demo_command import demo_command
from flextime_cli.enumerate_command import enumerate_command
from flextime_cli.explain_command import explain_command
from flextime_cli.leagues_command import leagues_command
from flextime_cli.local_command import local_command
from flextime_cli.params_command import params_command
from flextime_cli.refusals import refusing
from flextime_cli.repair_command import repair_command
from flextime_cli.robinx_commands import robinx
from flextime_cli.solve_command import solve_command

app = typer.Typer(
    help="Make, check and explain the season schedules of a conference.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("demo")(refusing(demo_command))
app.command("local")(refusing(local_command))
app.command("check")(refusing(check_command))
app.command("solve")(refusing(solve_command))
app.command("explain")(refusing(explain_command))
app.command("repair")(refusing(repair_command))
app.command("alternatives")(refusing(alternatives_command))
app.command("enumerate")(refusing(enumerate_command))
app.command("params")(refusing(params_command))
app.command("leagues")(refusing(leagues_command))
app.add_typer(robinx, name="robinx")
