"""How the solver runs: worker processes, the container's attempt and its warm-up.

Code belongs here if it deals with processes, threads, files of a run or the checker's
confirmation of a result. Nothing here decides how an instance is solved, and no other
package of the solver imports this one.
"""
