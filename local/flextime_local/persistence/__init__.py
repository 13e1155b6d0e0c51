"""The stack's state on disk: a snapshot, and a write-ahead log of what followed."""
