"""One attempt in a process of its own: load, solve, store, exit code.

Without arguments it solves the attempt that the environment names (BUCKET_NAME, TENANT,
RUN_ID, ATTEMPT): exit 0 when a result is stored, infeasible or not, 1 when none is.
SIGTERM and SIGINT end the search early and keep its best schedule.
"""

import logging
import signal
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from math import inf
from threading import Event
from types import FrameType

from flextime_solver.jit.compilation_lock import (
    compiling,
    is_complete,
    machine_code_folder,
)

_BAD_INPUT = 2


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    options = _options(arguments)
    if options.warm_up:
        return _warm_up()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    return _solve_league(options) if options.league else _solve_attempt()


def _options(arguments: list[str]) -> Namespace:
    parser = ArgumentParser(
        "flextime_solver",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument(
        "--warm-up", action="store_true", help="compile the search unless that is done"
    )
    mode.add_argument(
        "--league",
        action="store_true",
        help="solve the league document on standard input, print the result document",
    )
    parser.add_argument(
        "--seconds", type=_seconds, default=60.0, help="of search, with --league"
    )
    parser.add_argument("--seed", type=int, default=1, help="with --league")
    return parser.parse_args(arguments)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < inf:
        raise ArgumentTypeError(f"{text!r} is not a number of seconds greater than 0")
    return seconds


def _warm_up() -> int:
    folder = machine_code_folder()
    # Checked before the solver is imported: usually there is nothing to do.
    if not is_complete(folder):
        from flextime_solver.runtime.warm_up import warm_up  # noqa: PLC0415 - a second of imports

        with compiling(folder):
            warm_up()
    return 0


def _solve_league(options: Namespace) -> int:
    from flextime.domain.errors import InvalidInput  # noqa: PLC0415 - not to warm up
    from flextime_solver.runtime.league_on_stdin import (  # noqa: PLC0415 - a second of imports
        solve_league,
        stdout_reserved,
    )

    stopped = _stopped_by_signals()
    with stdout_reserved() as stdout:
        _warm_up()
        try:
            text = sys.stdin.buffer.read()
            result = solve_league(text, options.seconds, options.seed, stopped)
        except InvalidInput as error:
            first = error.problems[0]
            place = first.pointer or "standard input"
            sys.stderr.write(f"flextime_solver: {place}: {first.message}\n")
            return _BAD_INPUT
        with open(stdout, "wb", closefd=False) as out:
            out.write(result)
    return 0


def _solve_attempt() -> int:
    # Only an attempt needs the bucket and its SDK; warming up does not.
    from flextime.bootstrap import attempt_files, attempt_peers  # noqa: PLC0415 - not to warm up
    from flextime.settings import MissingSetting, Settings  # noqa: PLC0415 - not to warm up
    from flextime_solver.runtime.run_attempt import run_attempt  # noqa: PLC0415 - not to warm up
    from flextime_solver.runtime.warm_up import warm_up  # noqa: PLC0415 - a second of imports

    stopped = _stopped_by_signals()
    logger = logging.getLogger("flextime_solver")
    try:
        settings = Settings.from_environment()
        files, peers = attempt_files(settings), attempt_peers(settings)
        # Compiling and loading must not use up the time limit of the attempt.
        with compiling(machine_code_folder()):
            warm_up()
        result = run_attempt(files, peers, stopped)
    except MissingSetting as error:
        logger.error("%s; --help says what there is", error)  # noqa: TRY400 - a mistake of the caller
        return 1
    except Exception:  # the process ends here and has to say why
        logger.exception("the attempt failed")
        return 1
    logger.info("attempt %s: %s, %s", result.attempt, result.status, result.score)
    return 0


def _stopped_by_signals() -> Event:
    stopped = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        stopped.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return stopped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
