from pathlib import Path

import flextime.domain.constraints as kinds
import flextime_solver.instance.constraints as twins

_NO_KINDS = {"__init__", "breaks", "counted", "rule", "runs", "side", "sides"}


def modules(package: str | None) -> set[str]:
    assert package is not None
    return {path.stem for path in Path(package).parent.glob("*.py")} - _NO_KINDS


def test_every_kind_of_rule_has_its_twin_in_the_solver() -> None:
    assert modules(kinds.__file__) == modules(twins.__file__)
