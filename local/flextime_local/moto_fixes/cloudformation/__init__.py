"""Corrections of CloudFormation."""

from flextime_local.moto_fixes.cloudformation.event_bus_reference import (
    EVENT_BUS_REFERENCE,
)
from flextime_local.moto_fixes.cloudformation.json_templates import JSON_TEMPLATES
from flextime_local.moto_fixes.cloudformation.nested_outputs import NESTED_OUTPUTS
from flextime_local.moto_fixes.cloudformation.stable_names import STABLE_NAMES
from flextime_local.moto_fixes.cloudformation.time_to_live import TIME_TO_LIVE
from flextime_local.moto_fixes.fix import Fix

FIXES: tuple[Fix, ...] = (
    EVENT_BUS_REFERENCE,
    JSON_TEMPLATES,
    NESTED_OUTPUTS,
    STABLE_NAMES,
    TIME_TO_LIVE,
)
