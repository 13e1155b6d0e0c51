"""The mails that SES accepted, for developers and tests; AWS has no such service."""

from flextime_local import backends
from flextime_local.aws_endpoint.message import Request, Response


class MailboxApi:
    """Serves `GET /mails`, signed for the service ``flextime-local``."""

    def response(self, request: Request) -> Response:
        """Return every mail with its addresses, subject and body."""
        if (request.method, request.path) != ("GET", "/mails"):
            return Response.error("ResourceNotFoundException", "no such path", 404)
        mails = [
            {
                "source": mail.source,
                "destinations": mail.destinations,
                "subject": mail.subject,
                "body": mail.body,
            }
            for mail in backends.mails().sent_messages
            if hasattr(mail, "subject")
        ]
        return Response.json({"mails": mails})
