"""Compact double round robin: every team plays in every round, one slot a round.

Every ordered pair plays once, so a move is a list of games that exchange rounds. Delta
evaluation computes the cost of a move before anything is changed: at low temperatures
nearly all moves are rejected, and those then leave nothing to undo. The search space
(`round_robin_search_space`) takes the place of the general one.

This package may import `jit`, `instance`, `solution`, `moves` and `annealing`.
"""
