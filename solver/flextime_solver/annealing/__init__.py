"""Simulated annealing and the mechanisms that steer it.

Here belong the compiled anneal, temperatures and their measurement, parallel tempering,
penalty weights of hard constraints, adaptive operator selection, and the parameters of
each. Modules may import `jit`, `instance`, `solution` and `moves`.
"""
