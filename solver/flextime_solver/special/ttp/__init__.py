"""Travelling tournament problem (TTP).

Every pair of teams plays at both venues within as many rounds as that takes, runs of
home and away games have a maximum length, and the distance that all teams travel is
minimised (Easton, Nemhauser and Trick 2001, doi 10.1007/3-540-45578-7_43). Two methods
share the moves of a search (`ttp_search`): parallel tempering on complete schedules,
and beam search that constructs schedules game by game.

This package may import `jit`, `instance`, `solution`, `moves` and `annealing`.
"""
