"""A real browser; tests of this folder are skipped where Chromium is not installed."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from functional.local.processes import StackProcess

type Browse = Callable[..., str]
_TIMEOUT_S = 60


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StackProcess]:
    running = StackProcess.start(tmp_path_factory.mktemp("stack"))
    yield running
    running.kill()


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Return the document of a page after its scripts have run."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed: apt-get install chromium")

    def load(url: str, *options: str) -> str:
        done = subprocess.run(  # noqa: S603 - Debian's Chromium
            [
                *(chromium, "--headless", "--no-sandbox", "--disable-gpu"),
                *("--disable-background-networking", "--no-first-run"),
                f"--user-data-dir={tmp_path / 'profile'}",
                *("--timeout=20000", "--dump-dom", *options, url),
            ],
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
        return done.stdout

    return load
