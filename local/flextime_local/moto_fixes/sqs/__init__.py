"""Corrections of SQS."""

from flextime_local.moto_fixes.fix import Fix
from flextime_local.moto_fixes.sqs.one_at_a_time import ONE_AT_A_TIME

FIXES: tuple[Fix, ...] = (ONE_AT_A_TIME,)
