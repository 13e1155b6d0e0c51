"""Interpret a function's response to a batch."""

import json
from typing import Any

from flextime_local.lambda_runner.process import Response


def failed_identifiers(
    response: Response, mapping: dict[str, Any], identifiers: list[str]
) -> set[str]:
    """Return the records that failed: all of them if the response is malformed."""
    everything = set(identifiers)
    if response.is_error:
        return everything
    if "ReportBatchItemFailures" not in mapping.get("FunctionResponseTypes", []):
        return set()
    result = json.loads(response.payload)
    if result is None or result == {}:
        return set()
    if not isinstance(result, dict):
        return everything
    failures = result.get("batchItemFailures") or []
    failed = {
        str(failure.get("itemIdentifier")) if isinstance(failure, dict) else ""
        for failure in failures
    }
    return failed if failed.issubset(everything) else everything
