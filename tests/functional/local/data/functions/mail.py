import json
import os
from typing import Any

import boto3

SES = boto3.client("sesv2")


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    for record in event["Records"]:
        note = json.loads(record["body"])["detail"]
        SES.send_email(
            FromEmailAddress=os.environ["SENDER_EMAIL"],
            Destination={"ToAddresses": [f"{note['who']}@example.org"]},
            Content={
                "Simple": {
                    "Subject": {"Data": "A note"},
                    "Body": {"Text": {"Data": note["text"]}},
                }
            },
        )
    return {"batchItemFailures": []}
