"""The resources of template.yaml and infra/ as data."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Resource:
    """One resource of one template; `properties` include the Globals of its kind."""

    file: str
    name: str
    type: str
    properties: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


def template(path: str) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml_parse((ROOT / path).read_text("utf-8"))  # type: ignore[no-untyped-call]  # it has no types
    return parsed


def resources(kind: str = "", path: str = "") -> list[Resource]:
    """Resources whose type ends in `kind`, of all templates or of one."""
    nested = sorted(p.relative_to(ROOT).as_posix() for p in ROOT.glob("infra/*.yaml"))
    return [
        Resource(file, name, body["Type"], body.get("Properties", {}))
        for file in ([path] if path else ["template.yaml", *nested])
        for name, body in template(file)["Resources"].items()
        if body["Type"].endswith(kind)
    ]


def functions() -> list[Resource]:
    return resources("::Serverless::Function")


def environment_of(function: Resource) -> set[str]:
    shared = template("template.yaml")["Globals"]["Function"]["Environment"]
    own = function.properties["Environment"]
    return set(shared["Variables"]) | set(own["Variables"])


def statements() -> Iterator[tuple[Resource, dict[str, Any]]]:
    """Every policy statement written here, with the resource it stands in."""
    for resource in resources():
        yield from ((resource, found) for found in _statements(resource.properties))


def _statements(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  it is YAML
    if isinstance(node, dict):
        if node.keys() >= {"Effect", "Action"}:
            yield node
        for child in node.values():
            yield from _statements(child)
    elif isinstance(node, list):
        for child in node:
            yield from _statements(child)


def state_machine() -> dict[str, Any]:
    path = ROOT / "statemachines" / "optimise_schedule.asl.json"
    parsed: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return parsed


def states(machine: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every state, those inside a Map included."""
    for name, state in machine["States"].items():
        yield name, state
        if "ItemProcessor" in state:
            yield from states(state["ItemProcessor"])
