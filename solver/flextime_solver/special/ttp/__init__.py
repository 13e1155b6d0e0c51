"""The travelling tournament: every game given, only their order is open.

Easton, Nemhauser and Trick (2001), doi 10.1007/3-540-45578-7_43. Where a league is one,
a search of its own makes several times the moves of the general one, and builds
seasons game by game.
"""
