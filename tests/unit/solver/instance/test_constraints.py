from pathlib import Path

import flextime.domain.constraints as kinds
import flextime_solver.instance.constraints as compiled

_NO_KINDS = {"__init__", "breaks", "counted", "rule", "runs", "side", "sides"}


def modules(package: str | None) -> set[str]:
    assert package is not None
    return {path.stem for path in Path(package).parent.glob("*.py")} - _NO_KINDS


def test_every_kind_of_constraint_has_a_module_that_compiles_it() -> None:
    assert modules(kinds.__file__) == modules(compiled.__file__)
