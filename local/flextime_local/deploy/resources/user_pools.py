"""Cognito user pools, clients and groups, created in moto with stable ids."""

import hashlib
import string

from moto.cognitoidp.models import CognitoIdpBackend, cognitoidp_backends
from moto.core.common_models import CloudFormationModel

from flextime_local.any_types import Untyped
from flextime_local.deploy.resources.recorded import Recorded
from flextime_local.names import ACCOUNT_ID, REGION

_POOL_ID_LENGTH = 9
_CLIENT_ID_LENGTH = 26


def _id_from(name: str, alphabet: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(name.encode()).digest())
    letters = []
    for _ in range(length):
        number, index = divmod(number, len(alphabet))
        letters.append(alphabet[index])
    return "".join(letters)


def _backend() -> CognitoIdpBackend:
    return cognitoidp_backends[ACCOUNT_ID][REGION]


class UserPool(Recorded, CloudFormationModel):
    """A user pool."""

    TYPE = "AWS::Cognito::UserPool"
    NAME_PROPERTY = "UserPoolName"

    @property
    def physical_resource_id(self) -> str:
        alphabet = string.ascii_letters + string.digits
        return f"{REGION}_{_id_from(self.name, alphabet, _POOL_ID_LENGTH)}"

    @property
    def arn(self) -> str:
        pool_id = self.physical_resource_id
        return f"arn:aws:cognito-idp:{REGION}:{ACCOUNT_ID}:userpool/{pool_id}"

    @property
    def issuer(self) -> str:
        return f"https://cognito-idp.{REGION}.amazonaws.com/{self.physical_resource_id}"

    def get_cfn_attribute(self, attribute_name: str) -> Untyped:
        match attribute_name:
            case "ProviderURL":
                return self.issuer
            case "ProviderName":
                return self.issuer.removeprefix("https://")
            case "UserPoolId":
                return self.physical_resource_id
        return super().get_cfn_attribute(attribute_name)

    def set_up(self) -> None:
        backend = _backend()
        pool = backend.create_user_pool(self.name, dict(self.properties))
        del backend.user_pools[pool.id]
        pool.id, pool.arn = self.physical_resource_id, self.arn
        backend.user_pools[pool.id] = pool


class UserPoolClient(Recorded, CloudFormationModel):
    """An app client of a pool."""

    TYPE = "AWS::Cognito::UserPoolClient"
    NAME_PROPERTY = "ClientName"

    @property
    def physical_resource_id(self) -> str:
        alphabet = string.ascii_lowercase + string.digits
        pool_id = self.properties["UserPoolId"]
        return _id_from(f"{pool_id}/{self.name}", alphabet, _CLIENT_ID_LENGTH)

    def set_up(self) -> None:
        settings = dict(self.properties)
        pool_id = settings.pop("UserPoolId")
        has_secret = str(settings.pop("GenerateSecret", False)).lower() == "true"
        backend = _backend()
        client = backend.create_user_pool_client(
            pool_id, generate_secret=has_secret, extended_config=settings
        )
        clients = backend.describe_user_pool(pool_id).clients
        del clients[client.id]
        client.id = self.physical_resource_id
        clients[client.id] = client


class UserPoolGroup(Recorded, CloudFormationModel):
    """A group of a pool."""

    TYPE = "AWS::Cognito::UserPoolGroup"
    NAME_PROPERTY = "GroupName"

    def set_up(self) -> None:
        properties = self.properties
        _backend().create_group(
            properties["UserPoolId"],
            self.name,
            properties.get("Description", ""),
            properties.get("RoleArn", ""),
            properties.get("Precedence", 0),
        )
