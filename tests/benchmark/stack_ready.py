"""Time until the local stack answers, beside moto's own server with nothing deployed.

Each start is a process of its own on an empty folder. Wall seconds from the command
to the first answer over HTTP: what a person waits.
"""

import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmark.figures import free_port, table

ROOT = Path(__file__).parents[2]
ROUNDS = 3


def main() -> None:
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(_moto_ready_s())
        ours.append(_stack_ready_s())
    rows = [
        ("moto_server, nothing deployed", f"{median(bare):.1f}", "1.0"),
        ("local stack", f"{median(ours):.1f}", f"{median(ours) / median(bare):.1f}"),
    ]
    print(table(f"Ready after, median of {ROUNDS}", ("what", "s", "times moto"), rows))


def _moto_ready_s() -> float:
    port = free_port()
    command = ["-m", "moto.server", "--host", "127.0.0.1", "--port", str(port)]
    begin_s = time.monotonic()
    with _child(command):
        _answers(lambda: f"http://127.0.0.1:{port}/moto-api/")
        return time.monotonic() - begin_s


def _stack_ready_s() -> float:
    with tempfile.TemporaryDirectory() as folder:
        ports = ["--http-port", "0", "--aws-port", "0"]
        begin_s = time.monotonic()
        with _child(["-m", "flextime_local", "--data", folder, *ports]) as stack:
            _answers(lambda: f"{_url_of(stack)}/health")
            return time.monotonic() - begin_s


@contextmanager
def _child(arguments: list[str]) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield child
    finally:
        child.terminate()
        child.wait(timeout=30)
        if child.stdout is not None:
            child.stdout.close()


def _url_of(stack: subprocess.Popen[str]) -> str:
    """The address that the stack prints when it is ready."""
    if stack.stdout is None:
        raise RuntimeError("the stack's output is not read")
    for line in stack.stdout:
        found = re.search(r"API\s+(http://\S+)", line)
        if found:
            return found[1]
    raise RuntimeError("the local stack ended before it was ready")


def _answers(address: Callable[[], str], seconds: float = 120) -> None:
    url = address()
    give_up_s = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.URLError:
            if time.monotonic() > give_up_s:
                raise
            time.sleep(0.05)


if __name__ == "__main__":
    main()
