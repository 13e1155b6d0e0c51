"""The documentation page in a real browser that reaches no other host."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from api.app import make_app
from flextime.bootstrap import Application

CHROMIUM = shutil.which("chromium")


@pytest.fixture
def address(application: Application) -> Iterator[str]:
    config = uvicorn.Config(
        make_app(lambda: application), port=0, lifespan="off", log_level="warning"
    )
    server = uvicorn.Server(config)
    with config.bind_socket() as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_the_page_renders_the_operations_without_the_internet(
    address: str, tmp_path: Path
) -> None:
    browser = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu"]
    options = [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={tmp_path}",
        "--enable-logging=stderr",
        "--virtual-time-budget=20000",
        "--dump-dom",
    ]

    shown = subprocess.run(  # noqa: S603 - the command is written here
        [*browser, *options, f"{address}/docs"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )

    assert 'data-path="/v1/schedules/{schedule}/games"' in shown.stdout
    assert "Content Security Policy" not in shown.stderr
