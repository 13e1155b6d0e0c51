"""`flextime demo`: one real season, solved by the whole system through its HTTP API."""
