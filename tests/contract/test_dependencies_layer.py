"""The Lambda layer contains exactly the packages of uv.lock."""

import tomllib
from typing import Any

from contract.templates import ROOT

LAYER = ROOT / "layers" / "dependencies" / "requirements.txt"


def test_the_layer_has_exactly_the_locked_packages() -> None:
    text = (ROOT / "uv.lock").read_text("utf-8")
    packages = {package["name"]: package for package in tomllib.loads(text)["package"]}

    wanted = reached_from(packages["flextime"]["dependencies"], packages)

    pins = {f"{name}=={packages[name]['version']}" for name in wanted}
    assert set(LAYER.read_text("utf-8").split()) == pins, "run `make lock`"


def reached_from(
    dependencies: list[dict[str, Any]], packages: dict[str, dict[str, Any]]
) -> set[str]:
    reached: set[str] = set()
    waiting = list(dependencies)
    while waiting:
        dependency = waiting.pop()
        package = packages[dependency["name"]]
        if dependency["name"] not in reached:
            waiting += [d for d in package.get("dependencies", ()) if on_linux(d)]
        for extra in dependency.get("extra", ()):
            waiting += package["optional-dependencies"][extra]
        reached.add(dependency["name"])
    return reached


def on_linux(dependency: dict[str, Any]) -> bool:
    return "win32" not in dependency.get("marker", "")
