"""The whole system in processes of its own, as its users and its operators see it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import httpx

from flextime_local.endpoint import Endpoint
from flextime_local.sign_in import sign_in
from functional.local.processes import client_of, credentials_in, mails_of

_PATIENCE_S = 180
_LOOK_EVERY_S = 0.5  # each look costs a request that the solvers would like to have


def eventually[T](look: Callable[[], T | None]) -> T:
    """The first answer that is something; a test fails when there is none for long."""
    deadline_s = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline_s:
        found = look()
        if found:
            return found
        time.sleep(_LOOK_EVERY_S)
    raise AssertionError(f"nothing for {_PATIENCE_S} s from {look}")


@dataclass(frozen=True, slots=True)
class WholeSystem:
    """`python -m flextime_local` on one data folder."""

    process: subprocess.Popen[str]
    folder: Path
    http_url: str
    endpoint: Endpoint

    @classmethod
    def start(cls, folder: Path) -> Self:
        process = subprocess.Popen(  # noqa: S603 - this project's own module
            [
                *(sys.executable, "-m", "flextime_local", "--data", str(folder)),
                *("--http-port", "0", "--aws-port", "0"),
                "--show-credentials",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        said = _until_ready(process)
        http = re.search(r"API +(http\S+)", said)
        aws = re.search(r"AWS endpoint +(http\S+)", said)
        assert http, said
        assert aws, said
        return cls(process, folder, http[1], Endpoint(aws[1], credentials_in(said)))

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.communicate(timeout=30)

    def kill(self) -> None:
        """As a power cut would, for all processes but those of the operating system."""
        self.process.kill()
        self.process.communicate()

    def signed_in(self, role: str) -> httpx.Client:
        users = json.loads((self.folder / "users.json").read_bytes())
        (user,) = (user for user in users if user["role"] == role)
        client = self.output("AppClientId")
        token = sign_in(self.endpoint.url, client, user["email"], user["password"])
        return httpx.Client(
            base_url=self.http_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=60,
        )

    def output(self, name: str) -> str:
        """One of the template's outputs."""
        stacks = self.aws("cloudformation").describe_stacks(StackName="flextime")
        outputs = stacks["Stacks"][0]["Outputs"]
        return str(
            next(each["OutputValue"] for each in outputs if each["OutputKey"] == name)
        )

    def aws(self, service: str) -> Any:  # noqa: ANN401 - any service's client
        return client_of(self.endpoint, service)

    def mails(self) -> list[dict[str, Any]]:
        return mails_of(self.endpoint)


def _until_ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("Ctrl-C"):
            break
    return said


def solver_processes(run: str) -> dict[str, int]:
    """Of a run's attempts that are at work, the process of each."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            variables = (entry / "environ").read_bytes().decode().split("\0")
        except OSError:
            continue  # ended, or another user's
        environment = dict(pair.partition("=")[::2] for pair in variables)
        if environment.get("RUN_ID") == run and "ATTEMPT" in environment:
            found[environment["ATTEMPT"]] = int(entry.name)
    return found


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def ask_to_end(process: int) -> None:
    """As Fargate asks a container whose host it needs."""
    os.kill(process, signal.SIGTERM)
