"""JSON schemas of all events.

``python -m flextime.serialization.events.schemas FOLDER`` writes one file for each.
"""

import json
import sys
from pathlib import Path
from typing import Any

from flextime.domain.events import EVENTS, EventData
from flextime.serialization.events.envelope import envelope_adapter


def schema_of(event: type[EventData]) -> dict[str, Any]:
    """Return the JSON schema of the `detail` of an event of this type.

    A release may add fields. A field that changes or disappears requires a new version.
    """
    schema = envelope_adapter(event.event_type).json_schema()
    schema["title"] = event.event_type
    schema["description"] = f"Source {event.source}. {_first_paragraph(event)}".strip()
    schema["properties"]["event_type"] = {"const": event.event_type}
    schema["properties"]["version"] = {"const": event.version}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_text(event: type[EventData]) -> str:
    """Return the schema of an event type as the text of its file."""
    return json.dumps(schema_of(event), indent=2, ensure_ascii=False) + "\n"


def file_name(event: type[EventData]) -> str:
    """Return the file name of the schema of an event type."""
    return f"{event.event_type}.json"


def write_schemas(folder: Path) -> None:
    """Write one file for each event type and delete files of other events."""
    folder.mkdir(parents=True, exist_ok=True)
    current = {file_name(event): schema_text(event) for event in EVENTS}
    for old in folder.glob("*.json"):
        if old.name not in current:
            old.unlink()
    for name, text in current.items():
        (folder / name).write_text(text, encoding="utf-8")


def _first_paragraph(event: type[EventData]) -> str:
    # The docstring of a dataclass without one is its signature.
    docstring = event.__doc__ or ""
    generated = docstring.startswith(f"{event.__name__}(")
    return "" if generated else " ".join(docstring.split("\n\n")[0].split())


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
