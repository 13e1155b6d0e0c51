import json
import os
from typing import Any

import boto3

EVENTS = boto3.client("events")


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    failed = []
    for record in event["Records"]:
        note = json.loads(record["dynamodb"]["NewImage"]["event"]["S"])
        if note.get("poison"):
            failed.append(record["dynamodb"]["SequenceNumber"])
            break
        EVENTS.put_events(
            Entries=[
                {
                    "EventBusName": os.environ["EVENT_BUS_NAME"],
                    "Source": "fixture",
                    "DetailType": "note.written",
                    "Detail": json.dumps(note),
                }
            ]
        )
    return {"batchItemFailures": [{"itemIdentifier": number} for number in failed]}
