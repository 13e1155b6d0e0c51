"""Child processes that end with the stack."""
