"""Messages to users about what happened, triggered by events."""
