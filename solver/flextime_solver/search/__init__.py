"""Searches built from anneals: feasibility, constraint annealing and local search.

Here belong searches that combine several anneals, or an anneal with changing weights.
Modules may import `jit`, `instance`, `solution`, `moves`, `annealing` and `special`.
"""
