"""The solver: from a league to the best schedule that a budget allows.

`solve.solve` solves one instance, `runtime` runs it in processes and containers. The
packages import in one direction only, lowest first: `jit` (compilation), `instance`
(compiled arrays of a league), `solution` (delta evaluation), `moves`, `annealing`,
`special` (round robins and travelling tournaments), `search`, `construct`, `backends`
(MIP solvers), `mip` and `lns` (models), `phases` (the steps of a solve) and, on top of
`solve`, `infeasibility`, `repair`, `alternatives` and `runtime`.
"""
