"""Linear forms of the rules: one module per kind of rule, named as in the domain.

Each module yields the violation terms of its rule. Its docstring states the
inequalities in the symbols of docs/model-mip.md, with d the violation of a term. Codes
such as CA1 are those of RobinX (Van Bulck, Goossens, Schönberger and Guajardo 2020,
doi:10.1016/j.ejor.2019.07.023). A module may import `mip.model` and what it builds on,
but neither the registry nor another rule's module, except the shared forms
`game_limits` and `runs`.
"""
