"""Programs for the bench: they write what is generated and committed."""
