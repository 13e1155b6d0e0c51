"""moto's backends of the stack's only account and region."""

from moto.cognitoidp.models import CognitoIdpBackend, cognitoidp_backends
from moto.core.config import default_user_config
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.moto_api._internal.models import moto_api_backend
from moto.s3.models import S3Backend, s3_backends
from moto.ses.models import SESBackend, ses_backends
from moto.sqs.models import SQSBackend, sqs_backends
from moto.stepfunctions.parser.models import (
    StepFunctionsParserBackend,
    stepfunctions_parser_backends,
)

from flextime_local.names import ACCOUNT_ID, REGION


def prepare_backends() -> None:
    """Clear moto of earlier runs in this process, and let state machines execute."""
    moto_api_backend.reset()
    default_user_config["stepfunctions"]["execute_state_machine"] = True


def tables() -> DynamoDBBackend:
    """Return the backend of DynamoDB."""
    return dynamodb_backends[ACCOUNT_ID][REGION]


def buckets() -> S3Backend:
    """Return the backend of S3."""
    return s3_backends[ACCOUNT_ID]["aws"]


def queues() -> SQSBackend:
    """Return the backend of SQS."""
    return sqs_backends[ACCOUNT_ID][REGION]


def user_pools() -> CognitoIdpBackend:
    """Return the backend of Cognito user pools."""
    return cognitoidp_backends[ACCOUNT_ID][REGION]


def mails() -> SESBackend:
    """Return the backend of SES."""
    return ses_backends[ACCOUNT_ID][REGION]


def state_machines() -> StepFunctionsParserBackend:
    """Return the backend of Step Functions."""
    return stepfunctions_parser_backends[ACCOUNT_ID][REGION]
