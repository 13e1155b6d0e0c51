"""Stacks as processes of their own, to be killed."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import boto3
import httpx
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as SdkCredentials

from flextime_local.credentials import Credentials
from flextime_local.endpoint import Endpoint
from flextime_local.names import REGION

TEMPLATE = Path(__file__).parent / "data" / "template.yaml"


@dataclass(frozen=True, slots=True)
class StackProcess:
    process: subprocess.Popen[str]
    http_url: str
    endpoint: Endpoint
    outputs: dict[str, str]

    @classmethod
    def start(cls, folder: Path, *arguments: str) -> Self:
        process = run(folder, *arguments)
        assert process.stdout
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Ctrl-C"):
                break
        text = "".join(lines)
        http = re.search(r"API +(http\S+)", text)
        aws = re.search(r"AWS endpoint +(http\S+)", text)
        assert http, text
        assert aws, text
        endpoint = Endpoint(aws[1], credentials_in(text))
        stacks = client_of(endpoint, "cloudformation").describe_stacks(
            StackName="flextime"
        )["Stacks"]
        outputs = {one["OutputKey"]: one["OutputValue"] for one in stacks[0]["Outputs"]}
        return cls(process, http[1], endpoint, outputs)

    def client(self, service: str) -> Any:  # noqa: ANN401 - any service's
        return client_of(self.endpoint, service)

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode


def run(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this project's own module
        [
            *(sys.executable, "-m", "flextime_local", "--data", str(folder)),
            *("--http-port", "0", "--aws-port", "0", "--template", str(TEMPLATE)),
            "--show-credentials",
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def credentials_in(text: str) -> Credentials:
    """Return the credentials that a stack has printed."""
    exported = dict(re.findall(r"export (AWS_\w+)=(\S+)", text))
    return Credentials(exported["AWS_ACCESS_KEY_ID"], exported["AWS_SECRET_ACCESS_KEY"])


def client_of(endpoint: Endpoint, service: str) -> Any:  # noqa: ANN401 - any service's
    return boto3.session.Session().client(
        service,  # type: ignore[call-overload] # any service's name
        endpoint_url=endpoint.url,
        region_name=REGION,
        aws_access_key_id=endpoint.credentials.access_key_id,
        aws_secret_access_key=endpoint.credentials.secret_access_key,
    )


def wait_for(look: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is looked for
    """Return the first true answer; a test fails when there is none for long."""
    deadline_s = time.monotonic() + 60
    while time.monotonic() < deadline_s:
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"never came true: {look}")


def sent_mails(stack: StackProcess) -> list[str]:
    """Return the bodies of the mails in the stack's own SES."""
    return [mail["body"] for mail in mails_of(stack.endpoint)]


def mails_of(endpoint: Endpoint) -> list[dict[str, Any]]:
    """Return the mails that the endpoint's SES has accepted."""
    keys = endpoint.credentials
    request = AWSRequest("GET", f"{endpoint.url}/mails")
    SigV4Auth(
        SdkCredentials(keys.access_key_id, keys.secret_access_key),
        "flextime-local",
        REGION,
    ).add_auth(request)
    response = httpx.get(
        f"{endpoint.url}/mails", headers=dict(request.headers.items()), timeout=30
    )
    mails: list[dict[str, Any]] = response.raise_for_status().json()["mails"]
    return mails


def children_of_stacks(folder: Path) -> list[int]:
    """Return processes that a stack on this folder has started."""
    mark = str(folder).encode()
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            is_below = (entry / "cwd").readlink().as_posix().startswith(str(folder))
            logs_there = any(
                link.readlink().as_posix().encode().startswith(mark)
                for link in (entry / "fd").iterdir()
            )
        except OSError:
            continue  # ended, or not ours
        if is_below or logs_there:
            found.append(int(entry.name))
    return found


def note(key: str, who: str, text: str) -> dict[str, Any]:
    event = json.dumps({"who": who, "text": text, "items": []})
    return {
        "pk": {"S": "notes"},
        "sk": {"S": key},
        "entity": {"S": "OUTBOX"},
        "event": {"S": event},
    }
