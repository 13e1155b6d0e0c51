import os


def handler(event, context):
    if "requestContext" not in event:
        return event
    print("heard", event["rawPath"])
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json", "etag": '"1"'},
        "body": __import__("json").dumps(
            {
                "event": event,
                "function": context.function_name,
                "pid": os.getpid(),
                "remaining_ms": context.get_remaining_time_in_millis(),
            }
        ),
    }
