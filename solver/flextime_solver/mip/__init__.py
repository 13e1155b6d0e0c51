"""The mixed-integer programming (MIP) model of a whole league, and its exact solver.

docs/model-mip.md defines the variables and inequalities. The package may import the
domain and `backends`; it imports no search and none of the packages that solve variants
of the model (`infeasibility`, `repair`, `alternatives`).
"""
