import os
import time
from typing import Any


def handler(event: dict[str, Any], _context: object) -> object:
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
