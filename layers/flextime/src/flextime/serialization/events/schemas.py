"""JSON schemas of all events: ``python -m flextime.serialization.events.schemas FOLDER``."""

import json
import sys
from pathlib import Path
from typing import Any

from flextime.domain.events import EVENTS, EventData
from flextime.serialization.events.envelope import envelope_adapter


def schema_of(event: type[EventData]) -> dict[str, Any]:
    """What a consumer may rely on in the `detail` of an event of this type.

    New fields may come at any time; a field that changes or goes makes a new version.
    """
    schema = envelope_adapter(event.event_type).json_schema()
    schema["title"] = event.event_type
    schema["description"] = f"Source {event.source}. {_first_paragraph(event)}".strip()
    schema["properties"]["event_type"] = {"const": event.event_type}
    schema["properties"]["version"] = {"const": event.version}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_text(event: type[EventData]) -> str:
    return json.dumps(schema_of(event), indent=2, ensure_ascii=False) + "\n"


def file_name(event: type[EventData]) -> str:
    return f"{event.event_type}.json"


def write_schemas(folder: Path) -> None:
    """One file an event type; files of events that are no more are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    current = {file_name(event): schema_text(event) for event in EVENTS}
    for old in folder.glob("*.json"):
        if old.name not in current:
            old.unlink()
    for name, text in current.items():
        (folder / name).write_text(text, encoding="utf-8")


def _first_paragraph(event: type[EventData]) -> str:
    # A dataclass without a docstring gets its signature for one.
    told = event.__doc__ or ""
    generated = told.startswith(f"{event.__name__}(")
    return "" if generated else " ".join(told.split("\n\n")[0].split())


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
