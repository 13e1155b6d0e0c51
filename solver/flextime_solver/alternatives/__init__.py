"""Find several schedules of a league: all of them, or good ones that differ.

The package may import the domain, `backends`, `mip` and `solve` with its parameters. It
does not import `infeasibility` or `repair`.
"""
