"""Sign a user in at the stack's user pool, as any client would."""

import boto3
from botocore import UNSIGNED
from botocore.config import Config

from flextime_local.names import REGION


def sign_in(aws_url: str, client_id: str, email: str, password: str) -> str:
    """Return an ID token."""
    cognito = boto3.session.Session().client(
        "cognito-idp",
        region_name=REGION,
        endpoint_url=aws_url,
        config=Config(signature_version=UNSIGNED),
    )
    response = cognito.initiate_auth(
        ClientId=client_id,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": email, "PASSWORD": password},
    )
    token: str = response["AuthenticationResult"]["IdToken"]
    return token
