"""Corrections of moto where it differs from AWS, one gap for each module.

Each module has a test that shows the gap without the fix.
"""

from flextime_local.moto_fixes import (
    cloudformation,
    sqs,
    stepfunctions,
)
from flextime_local.moto_fixes.fix import Fix
from flextime_local.moto_fixes.version import check_moto_version

FIXES: tuple[Fix, ...] = (
    *cloudformation.FIXES,
    *sqs.FIXES,
    *stepfunctions.FIXES,
)


def apply_fixes() -> None:
    """Apply every fix; raises `WrongMotoVersionError` for another version of moto."""
    check_moto_version()
    for fix in FIXES:
        fix.apply()
