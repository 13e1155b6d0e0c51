"""The environment of child processes: the endpoint, but no AWS of this machine."""

import os
from collections.abc import Iterable
from pathlib import Path

from flextime_local.endpoint import Endpoint
from flextime_local.names import REGION

_INHERITED = ("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR")


def child_environment(endpoint: Endpoint, code: Iterable[Path] = ()) -> dict[str, str]:
    """Return the environment of a child process; `code` are its import folders."""
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return (
        inherited
        | endpoint.credentials.as_environment()
        | {
            "AWS_ENDPOINT_URL": endpoint.url,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            # No file of this machine's user may change what the SDK does.
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "PYTHONPATH": os.pathsep.join(map(str, code)),
            "PYTHONUNBUFFERED": "1",
            "TZ": "UTC",
        }
    )
