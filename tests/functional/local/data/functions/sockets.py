import json
from typing import Any

import boto3

CONNECTIONS = boto3.client("apigatewaymanagementapi")


def handler(event: dict[str, Any], _context: object) -> dict[str, int]:
    context = event["requestContext"]
    if context["routeKey"] == "$connect":
        token = (event["queryStringParameters"] or {}).get("token")
        return {"statusCode": 200 if token == "good" else 403}
    CONNECTIONS.post_to_connection(
        ConnectionId=context["connectionId"],
        Data=json.dumps({"route": context["routeKey"], "heard": event["body"]}),
    )
    return {"statusCode": 200}
