"""The season's carry-over effects value is one counter (RobinX FA4)."""

from flextime.domain.constraints.carry_over import CarryOver
from flextime_solver.instance.builder import Contributions


def contribute(rule: CarryOver, to: Contributions) -> None:
    to.carry_over_counters.append(to.count(rule, high=rule.max_value))
