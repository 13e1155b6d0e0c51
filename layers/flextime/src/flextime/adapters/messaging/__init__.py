"""Messages that leave the application: events on EventBridge, mail through SES."""
