"""The stack's state on disk: one SQLite database."""
