import re
from collections import Counter
from pathlib import Path

import flextime_solver.solve

_CLASS = re.compile(r"^class (\w+)", re.MULTILINE)


def test_no_two_classes_of_the_solver_have_one_name() -> None:
    package = Path(flextime_solver.solve.__file__).parent
    names = Counter(
        name
        for path in package.rglob("*.py")
        for name in _CLASS.findall(path.read_text())
    )

    assert names["Solution"] == 1
    assert [name for name, classes in names.items() if classes > 1] == []
