"""API Gateway v2: HTTP and WebSocket APIs, their routes and authorizers."""

import hashlib

from moto.core.common_models import CloudFormationModel

from flextime_local.deploy.resources.recorded import Recorded
from flextime_local.names import REGION


class Api(Recorded, CloudFormationModel):
    """An HTTP or WebSocket API."""

    TYPE = "AWS::ApiGatewayV2::Api"

    @property
    def physical_resource_id(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()[:10]

    def get_cfn_attribute(self, attribute_name: str) -> str:
        if attribute_name == "ApiEndpoint":
            host = f"{self.physical_resource_id}.execute-api.{REGION}.amazonaws.com"
            is_web_socket = self.properties.get("ProtocolType") == "WEBSOCKET"
            return f"{'wss' if is_web_socket else 'https'}://{host}"
        return self.physical_resource_id


class Authorizer(Recorded, CloudFormationModel):
    """A JWT authorizer of an API."""

    TYPE = "AWS::ApiGatewayV2::Authorizer"


class Integration(Recorded, CloudFormationModel):
    """The function behind a route."""

    TYPE = "AWS::ApiGatewayV2::Integration"


class Route(Recorded, CloudFormationModel):
    """A route key and its integration."""

    TYPE = "AWS::ApiGatewayV2::Route"


class Stage(Recorded, CloudFormationModel):
    """A stage of an API; its name has no effect here."""

    TYPE = "AWS::ApiGatewayV2::Stage"
    NAME_PROPERTY = "StageName"


class ApiDeployment(Recorded, CloudFormationModel):
    """A deployment of an API; it has no effect here."""

    TYPE = "AWS::ApiGatewayV2::Deployment"
