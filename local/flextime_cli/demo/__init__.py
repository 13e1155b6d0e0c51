"""`flextime demo`: a real season, scheduled through the HTTP API."""
