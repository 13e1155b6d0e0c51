"""The functions of template.yaml are the folders of functions/."""

import importlib
import tomllib
from typing import Any

import pytest

from contract.templates import (
    ROOT,
    Resource,
    environment_of,
    functions,
    resources,
    state_machine,
    states,
)
from flextime.settings import Settings, Variable

POWERTOOLS = {
    "POWERTOOLS_SERVICE_NAME",
    "POWERTOOLS_METRICS_NAMESPACE",
    "POWERTOOLS_LOG_LEVEL",
}
FOLDERS = {path.parent.name for path in ROOT.glob("functions/*/app.py")}


@pytest.mark.parametrize("function", functions(), ids=str)
def test_every_handler_can_be_imported(function: Resource) -> None:
    module, _, name = function.properties["Handler"].rpartition(".")

    assert callable(getattr(importlib.import_module(module), name))


def test_every_function_folder_is_deployed_and_every_function_has_a_folder() -> None:
    deployed = {f.properties["Handler"].partition(".")[0] for f in functions()}

    assert deployed == FOLDERS


def test_every_function_folder_is_in_the_import_contracts() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    linted: dict[str, Any] = configuration["tool"]["importlinter"]

    assert set(linted["root_packages"]) >= FOLDERS
    for contract in linted["contracts"]:
        named = {*contract.get("modules", ()), *contract.get("source_modules", ())}
        assert not named & FOLDERS or named >= FOLDERS, contract["name"]


def test_every_setting_is_deployed_and_every_variable_is_a_setting() -> None:
    settings = {
        variable.name
        for variable in vars(Settings).values()
        if isinstance(variable, Variable)
    }
    of_functions = set().union(*(environment_of(f) for f in functions()))

    assert (of_functions - POWERTOOLS) | environment_of_the_solver() == settings


def environment_of_the_solver() -> set[str]:
    """Of the task definition, and what the state machine adds for each attempt."""
    (task,) = resources("::TaskDefinition")
    (container,) = task.properties["ContainerDefinitions"]
    (solve,) = (s for name, s in states(state_machine()) if name == "SolveAttempt")
    (override,) = solve["Parameters"]["Overrides"]["ContainerOverrides"]
    assert override["Name"] == container["Name"]
    return {e["Name"] for e in (*container["Environment"], *override["Environment"])}


@pytest.mark.parametrize("function", functions(), ids=str)
def test_every_function_writes_to_a_log_group_with_retention(
    function: Resource,
) -> None:
    groups = {group.name: group.properties for group in resources("::LogGroup")}

    group = groups[function.properties["LoggingConfig"]["LogGroup"]["Ref"]]
    assert group["RetentionInDays"]
    assert group["KmsKeyId"]


@pytest.mark.parametrize("function", functions(), ids=str)
def test_every_function_names_its_service_as_its_folder(function: Resource) -> None:
    variables = function.properties["Environment"]["Variables"]

    folder = function.properties["Handler"].partition(".")[0]
    assert variables["POWERTOOLS_SERVICE_NAME"] == folder
