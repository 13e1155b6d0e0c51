"""What moto does otherwise than AWS, closed one gap per file.

`apply_fixes` first checks that exactly the version is installed for which the fixes
are written. Fixes that need something of the running stack (where to deliver
events, the key to sign with) are applied by whoever has it.
"""

from flextime_local.moto_fixes import (
    cloudformation,
    dynamodb,
    sqs,
    stepfunctions,
)
from flextime_local.moto_fixes.fix import Fix
from flextime_local.moto_fixes.version import check_moto_version

FIXES: tuple[Fix, ...] = (
    *cloudformation.FIXES,
    *dynamodb.FIXES,
    *sqs.FIXES,
    *stepfunctions.FIXES,
)


def apply_fixes() -> None:
    check_moto_version()
    for fix in FIXES:
        fix.apply()
