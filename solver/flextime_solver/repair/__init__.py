"""Repair a disrupted season with as few changes as possible.

The package may import the domain, `backends` and `mip`. It does not import `solve`,
`infeasibility` or `alternatives`.
"""
