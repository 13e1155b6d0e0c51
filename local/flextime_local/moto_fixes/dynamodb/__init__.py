"""Corrections of DynamoDB."""

from flextime_local.moto_fixes.dynamodb.attribute_values import ATTRIBUTE_VALUES
from flextime_local.moto_fixes.dynamodb.one_at_a_time import ONE_AT_A_TIME
from flextime_local.moto_fixes.dynamodb.one_record_per_write import (
    ONE_RECORD_PER_WRITE,
)
from flextime_local.moto_fixes.dynamodb.paging import PAGING
from flextime_local.moto_fixes.dynamodb.request_tokens import REQUEST_TOKENS
from flextime_local.moto_fixes.dynamodb.transactions import TRANSACTIONS
from flextime_local.moto_fixes.fix import Fix

FIXES: tuple[Fix, ...] = (
    ATTRIBUTE_VALUES,
    ONE_AT_A_TIME,
    ONE_RECORD_PER_WRITE,
    PAGING,
    REQUEST_TOKENS,
    TRANSACTIONS,
)
