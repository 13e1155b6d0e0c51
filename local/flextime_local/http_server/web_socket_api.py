"""A WebSocket API of the template: which function each route has."""

import re
from dataclasses import dataclass
from typing import Self

from flextime_local.any_types import Json
from flextime_local.deploy.deployment import Deployment
from flextime_local.deploy.resources.apis import Api, Integration, Route
from flextime_local.deploy.resources.apis import Stage as ApiStage

_FUNCTION = re.compile(r"functions/(arn:aws:lambda:[^/]+)/invocations$")
_DEFAULT = "$default"


@dataclass(frozen=True, slots=True)
class WebSocketApi:
    """Routes of a WebSocket API."""

    id: str
    stage: str
    selection: str
    """The part of a message that names its route, like `action`."""
    functions: dict[str, str]
    """ARN of the function by route key."""

    @classmethod
    def of(cls, deployment: Deployment) -> Self | None:
        """Return the WebSocket API of a deployment; None if the template has none."""
        for api in deployment.all_of(Api):
            if api.properties.get("ProtocolType") == "WEBSOCKET":
                return cls._of(api, deployment)
        return None

    @classmethod
    def _of(cls, api: Api, deployment: Deployment) -> Self:
        api_id = api.physical_resource_id
        integrations = {
            one.physical_resource_id: one.properties
            for one in deployment.all_of(Integration)
        }
        functions = {}
        for route in deployment.all_of(Route):
            if route.properties["ApiId"] == api_id:
                target = route.properties["Target"].removeprefix("integrations/")
                match = _FUNCTION.search(integrations[target]["IntegrationUri"])
                if match:
                    functions[route.properties["RouteKey"]] = match[1]
        stages = [
            stage.name
            for stage in deployment.all_of(ApiStage)
            if stage.properties["ApiId"] == api_id
        ]
        expression = api.properties.get("RouteSelectionExpression", "")
        selection = expression.removeprefix("$request.body.")
        return cls(api_id, stages[0] if stages else "local", selection, functions)

    def route_key(self, message: Json) -> str:
        """Return the route that a message selects."""
        word = message.get(self.selection) if isinstance(message, dict) else None
        return word if isinstance(word, str) and word in self.functions else _DEFAULT
