"""The environment file of `sam local`: the functions' variables and the endpoint."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from flextime_local.endpoint import Endpoint
from flextime_local.lambda_runner.definition import FunctionDefinition
from flextime_local.names import REGION
from flextime_local.persistence.files import write_whole


def write_sam_environment(
    path: Path,
    endpoint: Endpoint,
    host: str,
    functions: Iterable[FunctionDefinition],
) -> None:
    """Write a file for ``sam local --env-vars``, readable by its owner only.

    `host` is the name by which a container reaches this machine.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    variables: dict[str, str] = {}
    for function in functions:
        variables |= function.environment
    variables |= endpoint.credentials.as_environment()
    variables |= {
        "AWS_ENDPOINT_URL": f"http://{host}:{urlsplit(endpoint.url).port}",
        "AWS_REGION": REGION,
    }
    own = {
        name: value
        for name, value in sorted(variables.items())
        if not name.startswith("POWERTOOLS_")
    }
    text = json.dumps({"Parameters": own}, indent=2) + os.linesep
    write_whole(path, text.encode())
