"""Lambda's Invoke, executed by child processes."""

import json
import re
from dataclasses import dataclass
from urllib.parse import unquote
from uuid import uuid4

from flextime_local.aws_endpoint.message import Request, Response
from flextime_local.events.asynchronous_invocations import AsynchronousInvocations
from flextime_local.lambda_runner.functions import FunctionNotFoundError, Functions

_INVOKE = re.compile(r"^/2015-03-31/functions/(?P<name>[^/]+)/invocations$")


@dataclass(frozen=True, slots=True)
class LambdaApi:
    """Answers requests that are signed for Lambda."""

    functions: Functions
    asynchronous: AsynchronousInvocations

    def response(self, request: Request) -> Response:
        """Return the response to a request."""
        match = _INVOKE.match(request.path)
        if not match or request.method != "POST":
            return Response.error(
                "NotImplementedException",
                f"The local stack answers Invoke only, not {request.path}",
                501,
            )
        try:
            return self._invoke(unquote(match["name"]), request)
        except FunctionNotFoundError as error:
            return Response.error("ResourceNotFoundException", str(error), 404)
        except json.JSONDecodeError as error:
            return Response.error(
                "InvalidRequestContentException",
                f"Could not parse request body into json: {error}",
            )

    def _invoke(self, name: str, request: Request) -> Response:
        event = request.json()
        kind = request.headers.get("x-amz-invocation-type", "RequestResponse")
        definition = self.functions.definition(name)
        request_id = {"x-amzn-RequestId": str(uuid4())}
        if kind == "DryRun":
            return Response(204, b"", request_id)
        if kind == "Event":
            self.asynchronous.accept(definition.name, event)
            return Response(202, b"", request_id)
        response = self.functions.invoke(name, event)
        headers = {
            "Content-Type": "application/json",
            "X-Amz-Executed-Version": "$LATEST",
            **request_id,
        }
        if response.is_error:
            headers["X-Amz-Function-Error"] = "Unhandled"
        return Response(200, response.payload.encode(), headers)
