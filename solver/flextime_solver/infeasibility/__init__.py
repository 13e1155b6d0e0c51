"""Explain why a league has no schedule: a minimal infeasible subset of its hard rules.

The package may import the domain, `backends`, `mip` and `solve` with its parameters. It
does not import `repair` or `alternatives`.
"""
