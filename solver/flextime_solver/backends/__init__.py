"""MIP solvers behind PuLP: CP-SAT and HiGHS, their parameters, results and deadlines.

This package knows linear problems only. It may import PuLP, OR-Tools and the standard
library, but neither the domain nor any other package of the solver.
"""
