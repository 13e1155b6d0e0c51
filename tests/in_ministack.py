"""DynamoDB simulated by ministack, whose transactions are isolated correctly."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import EndpointConnectionError, HTTPClientError
from mypy_boto3_dynamodb import DynamoDBClient

from in_moto import REGION

PROGRAM = Path(__file__).parents[1] / ".tools" / "ministack" / "bin" / "ministack"
_READY_WITHIN_S = 60


@contextmanager
def in_ministack(folder: Path) -> Iterator[DynamoDBClient]:
    """Run ministack within the block and return a client of its DynamoDB."""
    if not PROGRAM.exists():
        raise FileNotFoundError(f"{PROGRAM}: run the tests with `make test`")
    port = _free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "SERVICES": "dynamodb",
    }
    with (folder / "ministack.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own pinned tool
            [PROGRAM], cwd=folder, env=environment, stdout=log, stderr=log
        )
    try:
        yield _ready_client(port)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _ready_client(port: int) -> DynamoDBClient:
    client = boto3.client(
        "dynamodb",
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name=REGION,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        config=Config(max_pool_connections=50, retries={"total_max_attempts": 1}),
    )
    give_up_at = time.monotonic() + _READY_WITHIN_S
    while True:
        try:
            client.list_tables()
        except (EndpointConnectionError, HTTPClientError):
            if time.monotonic() > give_up_at:
                raise
            time.sleep(0.05)
        else:
            return client


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
