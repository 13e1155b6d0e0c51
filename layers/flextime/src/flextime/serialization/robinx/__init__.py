"""RobinX XML, the standard format of instances and solutions in sports scheduling.

Van Bulck, Goossens, Schönberger, Guajardo: "RobinX: A three-field classification and
unified data format for round-robin sports timetabling", EJOR 280(2) 2020,
doi:10.1016/j.ejor.2019.07.023. Modules here may import `flextime.domain`.
"""

from flextime.serialization.robinx.basic_constraints import AllGames, read_all_games
from flextime.serialization.robinx.evaluation import Evaluation, evaluate
from flextime.serialization.robinx.instance import read_instance
from flextime.serialization.robinx.solution import (
    objective_text,
    read_solution,
    write_solution,
)

__all__ = [
    "AllGames",
    "Evaluation",
    "evaluate",
    "objective_text",
    "read_all_games",
    "read_instance",
    "read_solution",
    "write_solution",
]
