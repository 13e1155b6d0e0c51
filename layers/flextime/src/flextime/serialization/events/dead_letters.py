"""Dead letters as JSON messages, small enough for a queue."""

import json
import zlib
from base64 import b64decode, b64encode

from flextime.domain.errors import InvalidInput, Problem
from flextime.usecases.ports import DeadLetter

_MAX_BYTES = 256 * 1024
"""Of a message in SQS."""
_KIND = "flextime.dead_letter"


def write_dead_letter(letter: DeadLetter) -> str:
    """Return the message of a letter; a large event is compressed.

    An event that is too large even then is left out: the outbox keeps it for a week.
    """
    head = {"kind": _KIND, "reason": letter.reason}
    compressed = b64encode(
        zlib.compress(letter.text.encode("utf-8", "surrogatepass"))
    ).decode()
    for content in ({"event": letter.text}, {"event_zlib": compressed}):
        message = json.dumps(head | content)
        if len(message) <= _MAX_BYTES:
            return message
    return json.dumps(head | {"event_begins": letter.text[:1_000]})


def read_dead_letter(message: str) -> DeadLetter:
    """Read the message of a letter.

    Raises
    ------
    InvalidInput
        If the message is not a letter, or the event was too large to be part of it.
    """
    try:
        content = json.loads(message)
    except ValueError:
        content = None
    if not isinstance(content, dict) or content.get("kind") != _KIND:
        raise InvalidInput((Problem("", "the message is not an unpublished event"),))
    if "event_zlib" in content:
        text = zlib.decompress(b64decode(content["event_zlib"])).decode(
            "utf-8", "surrogatepass"
        )
    elif "event" in content:
        text = content["event"]
    else:
        raise InvalidInput((Problem("/event", "it was too large for the queue"),))
    return DeadLetter(content["reason"], text)
