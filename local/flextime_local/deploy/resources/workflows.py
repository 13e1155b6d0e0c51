"""State machines that execute, and ECS task definitions with their local command."""

import json
import re
from pathlib import Path
from typing import Any

from moto.core.common_models import CloudFormationModel
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

from flextime_local.any_types import Untyped
from flextime_local.deploy.package import local_path_of
from flextime_local.deploy.resources.recorded import Recorded
from flextime_local.names import ACCOUNT_ID, REGION


class UnfilledPlaceholderError(ValueError):
    """A state machine has a placeholder without a substitution."""


class StateMachine(Recorded, CloudFormationModel):
    """A state machine that executes in moto."""

    TYPE = "AWS::StepFunctions::StateMachine"
    NAME_PROPERTY = "StateMachineName"

    @property
    def arn(self) -> str:
        return f"arn:aws:states:{REGION}:{ACCOUNT_ID}:stateMachine:{self.name}"

    @property
    def physical_resource_id(self) -> str:
        return self.arn

    def get_cfn_attribute(self, attribute_name: str) -> Untyped:
        return self.name if attribute_name == "Name" else self.arn

    def set_up(self) -> None:
        backend = stepfunctions_parser_backends[ACCOUNT_ID][REGION]
        backend.create_state_machine(
            name=self.name,
            definition=_definition(self.properties),
            roleArn=self.properties["RoleArn"],
            sm_type=self.properties.get("StateMachineType"),
        )


def _definition(properties: dict[str, Any]) -> str:
    if location := properties.get("DefinitionS3Location"):
        text = Path(local_path_of(location)).read_text("utf-8")
    elif "DefinitionString" in properties:
        text = properties["DefinitionString"]
    else:
        text = json.dumps(properties["Definition"])
    for name, value in properties.get("DefinitionSubstitutions", {}).items():
        text = text.replace("${" + name + "}", str(value))
    if unfilled := re.findall(r"\$\{(\w+)\}", text):
        raise UnfilledPlaceholderError(
            f"the template's DefinitionSubstitutions lack {', '.join(unfilled)}"
        )
    return text


class TaskDefinition(Recorded, CloudFormationModel):
    """An ECS task definition."""

    TYPE = "AWS::ECS::TaskDefinition"

    @property
    def family(self) -> str:
        family: str = self.properties.get("Family", self.name)
        return family

    @property
    def arn(self) -> str:
        return f"arn:aws:ecs:{REGION}:{ACCOUNT_ID}:task-definition/{self.family}:1"

    @property
    def physical_resource_id(self) -> str:
        return self.arn


class Cluster(Recorded, CloudFormationModel):
    """An ECS cluster; it has no effect here."""

    TYPE = "AWS::ECS::Cluster"
    NAME_PROPERTY = "ClusterName"
