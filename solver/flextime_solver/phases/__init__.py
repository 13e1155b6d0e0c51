"""Phases of a solve, each with one interface: `Phase.run(context)`.

A phase belongs here if it decides when a search starts, how much of the budget it may
use and what follows from its outcome. The searches and models themselves are in
`search`, `construct`, `special`, `lns` and `mip`.
"""
