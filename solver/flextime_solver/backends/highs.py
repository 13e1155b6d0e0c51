"""HiGHS as PuLP's solver: the one place that builds it."""

from math import isinf

import pulp

_MIN_S = 0.01
_NODES = 2000
"""Where time does not count, searches end by nodes: the same on every machine."""


def quiet_highs(time_limit_s: float, *, gapRel: float | None = None) -> pulp.HiGHS:  # noqa: N803 - PuLP's name
    """One thread, no output; an infinite time limit becomes a limit of nodes."""
    if isinf(time_limit_s):
        return pulp.HiGHS(
            msg=False, threads=1, gapRel=gapRel, output_flag=False, mip_max_nodes=_NODES
        )
    return pulp.HiGHS(
        msg=False,
        threads=1,
        gapRel=gapRel,
        timeLimit=max(_MIN_S, time_limit_s),
        output_flag=False,
    )
