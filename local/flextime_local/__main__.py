# ruff: noqa: T201 - a command talks to its user
"""`python -m flextime_local`: the stack in the foreground, until Ctrl-C."""

import argparse
import logging
import signal
import sys
from pathlib import Path
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING

from flextime_local.stack import Options, start
from flextime_local.waiting import wait_for

if TYPE_CHECKING:
    from flextime_local.running_stack import RunningStack


def main() -> int:
    """Run the stack until a signal; return the exit code."""
    arguments = _arguments()
    logging.basicConfig(
        level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("moto").setLevel(logging.ERROR)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    stopping = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    try:
        running = start(
            Options(
                data_dir=arguments.data,
                http_port=arguments.http_port,
                aws_port=arguments.aws_port,
                template=arguments.template,
                parameters=dict(arguments.parameter),
                sam_env_file=arguments.sam_env_file,
                container_host=arguments.container_host,
                reset=arguments.reset,
                report=_print_phase,
            )
        )
    except (RuntimeError, ValueError) as error:
        print(f"flextime: {error}", file=sys.stderr)
        return 2
    try:
        if arguments.show_credentials:
            for name, value in running.endpoint.credentials.as_environment().items():
                print(f"export {name}={value}")
        _print_welcome(running)
        wait_for(stopping)
    finally:
        running.stop()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m flextime_local", description=__doc__
    )
    parser.add_argument("--data", type=Path, default=Path(".flextime"))
    parser.add_argument("--http-port", type=int, default=8000)
    parser.add_argument("--aws-port", type=int, default=4566)
    parser.add_argument("--template", type=Path, default=Path("template.yaml"))
    parser.add_argument(
        "--show-credentials",
        action="store_true",
        help="print the credentials of the AWS endpoint, to be pasted into a shell",
    )
    parser.add_argument(
        "--reset",
        action="store_true",
        help="move the state of earlier runs aside and begin with an empty one",
    )
    parser.add_argument("--sam-env-file", type=Path, help="for `sam local --env-vars`")
    parser.add_argument("--container-host", default="host.docker.internal")
    parser.add_argument(
        "--parameter",
        metavar="NAME=VALUE",
        type=_name_and_value,
        action="append",
        default=[],
        help="a parameter of the template; may be repeated",
    )
    return parser.parse_args()


def _name_and_value(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text} is not NAME=VALUE")
    return name, value


def _print_phase(phase: str, seconds: float) -> None:
    print(f"  {seconds:5.2f} s  {phase}", flush=True)


def _print_welcome(running: "RunningStack") -> None:
    print(f"ready after {running.ready_s:.1f} s")
    print(f"  API           {running.http_url}")
    print(f"  AWS endpoint  {running.endpoint.url}")
    for user in running.users:
        print(f"  {user.role:<12}  {user.email}  {user.password}")
    print("Ctrl-C stops it.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
