"""SES identities, verified at once; EventBridge Scheduler's schedules."""

from moto.core.common_models import CloudFormationModel
from moto.ses.models import ses_backends

from flextime_local.deploy.resources.recorded import Recorded
from flextime_local.names import ACCOUNT_ID, REGION


class EmailIdentity(Recorded, CloudFormationModel):
    """An SES identity; it counts as verified at once."""

    TYPE = "AWS::SES::EmailIdentity"
    NAME_PROPERTY = "EmailIdentity"

    def set_up(self) -> None:
        backend = ses_backends[ACCOUNT_ID][REGION]
        if "@" in self.name:
            backend.verify_email_identity(self.name)
        else:
            backend.verify_domain(self.name)


class EmailConfigurationSet(Recorded, CloudFormationModel):
    """An SES configuration set; it has no effect here."""

    TYPE = "AWS::SES::ConfigurationSet"
    NAME_PROPERTY = "Name"


class Schedule(Recorded, CloudFormationModel):
    """A schedule of EventBridge Scheduler."""

    TYPE = "AWS::Scheduler::Schedule"
    NAME_PROPERTY = "Name"
