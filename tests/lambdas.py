"""The context object of a Lambda invocation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LambdaContext:
    """The attributes that Powertools reads."""

    function_name: str = "flextime-test"
    memory_limit_in_mb: int = 512
    invoked_function_arn: str = "arn:aws:lambda:us-east-1:123456789012:function:test"
    aws_request_id: str = "request-1"
