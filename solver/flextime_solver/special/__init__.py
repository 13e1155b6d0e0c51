"""Solution methods for special kinds of instance.

A package belongs here if its method applies only to instances of one structure, and
pays for that by many more moves a second than the general search. Each has a function
that detects its instances (`detect`), a compact solution record, moves with delta
evaluation, and a conversion from and to the games of the general solution.

Packages here may import `jit`, `instance`, `solution`, `moves` and `annealing`. They do
not import each other, nor any package of the search above them.
"""
