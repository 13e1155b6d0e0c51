"""The input of a rule's target: the event, a part of it, or a transformed text."""

import json
import re
from typing import Any

from jsonpath_ng.ext.parser import parse

from flextime_local.any_types import Json

_PLACEHOLDER = re.compile(r"<([^<>\s]+)>")


def target_input(target: dict[str, Any], event: dict[str, Any]) -> str:
    """Return the text for a target, after Input, InputPath or InputTransformer."""
    if "Input" in target:
        text: str = target["Input"]
        return text
    if "InputPath" in target:
        return json.dumps(_at(target["InputPath"], event))
    if "InputTransformer" in target:
        return _transformed(target["InputTransformer"], event)
    return json.dumps(event)


def _at(path: str, event: dict[str, Any]) -> Json:
    matches = parse(path).find(event)
    return matches[0].value if matches else None


def _transformed(transformer: dict[str, Any], event: dict[str, Any]) -> str:
    values = {
        name: _at(path, event)
        for name, path in transformer.get("InputPathsMap", {}).items()
    }
    values["aws.events.event.json"] = event
    template: str = transformer["InputTemplate"]

    def fill(match: re.Match[str]) -> str:
        if match[1] not in values:
            return match[0]
        value = values[match[1]]
        inside_text = _is_inside_text(template, match.start())
        if isinstance(value, str):
            quoted = json.dumps(value)
            return quoted[1:-1] if inside_text else quoted
        # null becomes nothing inside a text, and objects are quoted there
        text = "" if value is None and inside_text else json.dumps(value)
        return json.dumps(text)[1:-1] if inside_text else text

    return _PLACEHOLDER.sub(fill, template)


def _is_inside_text(template: str, position: int) -> bool:
    quotes = re.findall(r'(?<!\\)"', template[:position])
    return len(quotes) % 2 == 1
