"""Lambda: functions, layers, what feeds them and where their failures go."""

from moto.core.common_models import CloudFormationModel

from flextime_local.deploy.resources.recorded import Recorded
from flextime_local.names import ACCOUNT_ID, REGION


class Function(Recorded, CloudFormationModel):
    """A Lambda function."""

    TYPE = "AWS::Lambda::Function"
    NAME_PROPERTY = "FunctionName"

    @property
    def arn(self) -> str:
        return f"arn:aws:lambda:{REGION}:{ACCOUNT_ID}:function:{self.name}"


class LayerVersion(Recorded, CloudFormationModel):
    """A layer; its folder is added to the import path."""

    TYPE = "AWS::Lambda::LayerVersion"

    @property
    def arn(self) -> str:
        return f"arn:aws:lambda:{REGION}:{ACCOUNT_ID}:layer:{self.name}:1"

    @property
    def physical_resource_id(self) -> str:
        return self.arn


class EventSourceMapping(Recorded, CloudFormationModel):
    """A queue or stream that feeds a function."""

    TYPE = "AWS::Lambda::EventSourceMapping"


class EventInvokeConfig(Recorded, CloudFormationModel):
    """Retries and destinations of asynchronous invocations."""

    TYPE = "AWS::Lambda::EventInvokeConfig"


class FunctionVersion(Recorded, CloudFormationModel):
    """A published version; every version runs the same code here."""

    TYPE = "AWS::Lambda::Version"


class FunctionAlias(Recorded, CloudFormationModel):
    """An alias of a version."""

    TYPE = "AWS::Lambda::Alias"

    @property
    def physical_resource_id(self) -> str:
        function = self.properties["FunctionName"]
        return f"arn:aws:lambda:{REGION}:{ACCOUNT_ID}:function:{function}"
