"""Mail through Amazon SES."""

from typing import TYPE_CHECKING

from flextime.adapters.aws_errors import translate_errors

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client


class SesMailer:
    """A `Mailer` that sends plain text.

    Parameters
    ----------
    client
        The SES client (version 2) of boto3.
    sender
        Address that is verified in SES.
    """

    def __init__(self, client: "SESV2Client", sender: str) -> None:
        self._client = client
        self._sender = sender

    def send(self, recipient: str, subject: str, text: str) -> None:
        """Send a message; raise `Unavailable` if SES cannot be reached."""
        with translate_errors("SES"):
            self._client.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [recipient]},
                Content={
                    "Simple": {
                        "Subject": {"Data": subject, "Charset": "UTF-8"},
                        "Body": {"Text": {"Data": text, "Charset": "UTF-8"}},
                    }
                },
            )
