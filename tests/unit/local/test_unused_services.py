import subprocess
import sys

SCRIPT = """
from flextime_local.unused_services import leave_out_unused_services
leave_out_unused_services()
import moto.ec2.models
import moto.dynamodb.models
assert not hasattr(moto.ec2.models, "__file__")
assert moto.dynamodb.models.DynamoDBBackend
print("left out")
"""


def test_only_services_that_the_system_uses_are_loaded() -> None:
    response = subprocess.run(  # noqa: S603 - the script above
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )

    assert response.stdout == "left out\n", response.stderr
