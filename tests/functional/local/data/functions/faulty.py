import os
import time


def handler(event, _context):
    match event["fault"]:
        case "raise":
            raise ValueError("no such note")
        case "sleep":
            time.sleep(5)
        case "exit":
            os._exit(3)
        case "unserialisable":
            return object()
    return "fine"
