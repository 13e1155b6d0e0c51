"""Corrections of Step Functions."""

from flextime_local.moto_fixes.fix import Fix
from flextime_local.moto_fixes.stepfunctions.clients import CLIENTS
from flextime_local.moto_fixes.stepfunctions.context_object import CONTEXT_OBJECT
from flextime_local.moto_fixes.stepfunctions.ecs_outcome import ECS_OUTCOME
from flextime_local.moto_fixes.stepfunctions.ecs_parameters import ECS_PARAMETERS
from flextime_local.moto_fixes.stepfunctions.execution_name import EXECUTION_NAME
from flextime_local.moto_fixes.stepfunctions.json_path import JSON_PATH
from flextime_local.moto_fixes.stepfunctions.stopped_execution import (
    STOPPED_EXECUTION,
)

FIXES: tuple[Fix, ...] = (
    CLIENTS,
    CONTEXT_OBJECT,
    ECS_OUTCOME,
    ECS_PARAMETERS,
    EXECUTION_NAME,
    JSON_PATH,
    STOPPED_EXECUTION,
)
