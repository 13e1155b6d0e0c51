"""Clients that tasks of state machines use are built once, one at a time.

moto builds a boto3 client for each task attempt, in the thread of the task.
Building is slow, and not safe in two threads at once as a Map does it.
"""

from threading import Lock
from typing import Any

import boto3
from moto.stepfunctions.parser.asl.utils import boto_client

from flextime_local.any_types import Untyped
from flextime_local.moto_fixes.fix import Fix, Patch

_KEYS_OF_MOTO = ("aws_access_key_id", "aws_secret_access_key")
"""Placeholders that the endpoint would refuse; the SDK takes those of the process."""


class SharedClients:
    """Stands where moto's module expects boto3; using a client is thread-safe."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._clients: dict[tuple[str, str, str | None], Any] = {}

    def client(
        self,
        service_name: str,
        region_name: str,
        endpoint_url: str | None = None,
        **options: Untyped,
    ) -> Untyped:
        key = (service_name, region_name, endpoint_url)
        for name in _KEYS_OF_MOTO:
            options.pop(name, None)
        with self._lock:
            if key not in self._clients:
                self._clients[key] = boto3.session.Session().client(
                    service_name,  # type: ignore[call-overload] # any service's name
                    region_name=region_name,
                    endpoint_url=endpoint_url,
                    **options,
                )
            return self._clients[key]


CLIENTS = Fix(
    gap="each task attempt builds its own client, racing the other iterations",
    patches=(Patch(boto_client, "boto3", lambda _: SharedClients()),),
)
