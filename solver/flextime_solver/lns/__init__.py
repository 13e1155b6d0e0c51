"""Large neighbourhood search by MIP: fix most of the incumbent and optimise the rest.

The round model decides games by round, the date model their slots within rounds. A
neighbourhood only names the cells to free; the search solves the model with all other
cells fixed. Models that build a whole season exactly belong in `mip`.
"""
