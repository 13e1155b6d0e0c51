"""One attempt in its own process: load, solve, save, exit code.

``python -m flextime_solver`` solves the attempt that the environment names: 0 when a
result is stored, infeasible or not, 1 when none could be. SIGTERM and SIGINT stop the
search, and its best is stored. ``python -m flextime_solver --warm-up`` compiles.
"""

import logging
import signal
import sys
from threading import Event
from types import FrameType

from flextime_solver.compilation import compiling, is_complete, machine_code_folder


def main(arguments: list[str]) -> int:
    if arguments == ["--warm-up"]:
        return _warm_up()
    if arguments:
        sys.stderr.write(__doc__ or "")
        return 2
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    return _solve_attempt()


def _warm_up() -> int:
    folder = machine_code_folder()
    # Looked at before the solver is imported: most of the time there is nothing to do.
    if not is_complete(folder):
        from flextime_solver.warm_up import warm_up  # noqa: PLC0415 - a second of imports

        with compiling(folder):
            warm_up()
    return 0


def _solve_attempt() -> int:
    # Wiring is for the container alone: warming up needs neither bucket nor SDK.
    from flextime.bootstrap import attempt_files, attempt_peers  # noqa: PLC0415 - not to warm up
    from flextime.settings import Settings  # noqa: PLC0415 - not to warm up
    from flextime_solver.container import run_attempt  # noqa: PLC0415 - not to warm up
    from flextime_solver.warm_up import warm_up  # noqa: PLC0415 - a second of imports

    stopped = _stopped_by_signals()
    # What is not compiled or loaded yet must not eat the attempt's time.
    with compiling(machine_code_folder()):
        warm_up()
    logger = logging.getLogger("flextime_solver")
    try:
        settings = Settings.from_environment()
        files, peers = attempt_files(settings), attempt_peers(settings)
        result = run_attempt(files, peers, stopped)
    except Exception:  # the process ends here: say why, and that there is no result
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
