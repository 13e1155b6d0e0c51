"""An optimisation run: its parameters, its attempts and the evaluation of its results.

Modules here may import every other package of the domain; none of those imports this
one.
"""
