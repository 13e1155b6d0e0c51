import json
import os
import sys
from typing import Any


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:  # noqa: ANN401 - Lambda's
    if "requestContext" not in event:
        return event
    sys.stdout.write(f"heard {event['rawPath']}\n")
    content = {
        "event": event,
        "function": context.function_name,
        "pid": os.getpid(),
        "remaining_ms": context.get_remaining_time_in_millis(),
    }
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json", "etag": '"1"'},
        "body": json.dumps(content),
    }
