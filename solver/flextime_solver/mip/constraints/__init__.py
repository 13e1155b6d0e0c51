"""One module a kind, named as in the domain."""
