"""SES identities, verified at once; EventBridge Scheduler's schedules."""

from typing import Any, Self

from moto.core.common_models import CloudFormationModel
from moto.ses.models import ses_backends

from flextime_local.deploy.resources.recorded import Recorded


class EmailIdentity(Recorded, CloudFormationModel):
    TYPE = "AWS::SES::EmailIdentity"
    NAME_PROPERTY = "EmailIdentity"

    @classmethod
    def create_from_cloudformation_json(
        cls,
        resource_name: str,
        cloudformation_json: dict[str, Any],
        account_id: str,
        region_name: str,
        **arguments: Any,
    ) -> Self:
        backend = ses_backends[account_id][region_name]
        if "@" in resource_name:
            backend.verify_email_identity(resource_name)
        else:
            backend.verify_domain(resource_name)
        return super().create_from_cloudformation_json(
            resource_name, cloudformation_json, account_id, region_name, **arguments
        )


class EmailConfigurationSet(Recorded, CloudFormationModel):
    TYPE = "AWS::SES::ConfigurationSet"
    NAME_PROPERTY = "Name"


class Schedule(Recorded, CloudFormationModel):
    TYPE = "AWS::Scheduler::Schedule"
    NAME_PROPERTY = "Name"
