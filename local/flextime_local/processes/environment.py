"""What a child process sees: the endpoint's address, and no AWS of this machine."""

import os
from collections.abc import Iterable
from pathlib import Path

from flextime_local.names import ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY

_INHERITED = ("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR")


def child_environment(endpoint_url: str, code: Iterable[Path] = ()) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return inherited | {
        "AWS_ENDPOINT_URL": endpoint_url,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": ACCESS_KEY_ID,
        "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY,
        "AWS_EC2_METADATA_DISABLED": "true",
        # No file of this machine's user may change what the SDK does.
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "PYTHONPATH": os.pathsep.join(map(str, code)),
        "PYTHONUNBUFFERED": "1",
        "TZ": "UTC",
    }
