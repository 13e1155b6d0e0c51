from pathlib import Path

import flextime.domain.constraints as kinds
import flextime_solver.instance.constraints as compiled


def test_every_kind_of_constraint_has_a_module_that_compiles_it() -> None:
    assert _modules_of_kinds() == _modules_that_compile()


def _modules_of_kinds() -> set[str]:
    return {
        path.stem
        for path in Path(kinds.__file__).parent.glob("*.py")
        if " kind: Literal[" in path.read_text()
    }


def _modules_that_compile() -> set[str]:
    return {
        path.stem
        for path in Path(compiled.__file__).parent.glob("*.py")
        if "def contribute(" in path.read_text() and path.stem != "__init__"
    }
