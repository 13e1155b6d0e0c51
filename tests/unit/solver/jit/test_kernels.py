import ast
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from flextime_solver.jit import kernels
from flextime_solver.jit.kernels import COMPILED_PACKAGES, digest_of_sources

_PACKAGE = Path(kernels.__file__).parents[1]


def modules() -> Iterator[tuple[Path, list[str]]]:
    """Yield every module of the solver and the modules that it imports."""
    for path in sorted(_PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text())
        froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        plain = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
        imported = [node.module for node in froms if node.module]
        imported += [name.name for node in plain for name in node.names]
        yield path.relative_to(_PACKAGE), imported


def is_hashed(module: str) -> bool:
    """Whether `module` is outside the solver or in a package of the digest."""
    root, *parts = module.split(".")
    return root != "flextime_solver" or parts[0] in COMPILED_PACKAGES


def test_every_module_with_kernels_is_part_of_the_digest() -> None:
    with_kernels = [
        path
        for path, imported in modules()
        if "flextime_solver.jit.kernels" in imported
    ]

    assert len(with_kernels) > 20
    assert {path.parts[0] for path in with_kernels} <= {*COMPILED_PACKAGES}


def test_modules_of_the_digest_import_nothing_of_the_solver_outside_it() -> None:
    foreign = {
        str(path): [module for module in imported if not is_hashed(module)]
        for path, imported in modules()
        if path.parts[0] in COMPILED_PACKAGES
    }

    assert not {path for path, found in foreign.items() if found}


@pytest.mark.parametrize(
    "source",
    [
        "jit/records.py",
        "instance/compiled_league.py",
        "special/round_robin/fixtures.py",
        "special/ttp/partial_tour.py",
    ],
)
def test_a_changed_constant_changes_the_digest(source: str, tmp_path: Path) -> None:
    package = tmp_path / "solver"
    copytree(_PACKAGE, package, ignore=ignore_patterns("__pycache__"))
    before = digest_of_sources(package)

    with (package / source).open("a") as file:
        file.write("MAX_TEAMS = 64\n")

    assert before == digest_of_sources(_PACKAGE)
    assert digest_of_sources(package) != before


def test_a_module_that_moves_changes_the_digest(tmp_path: Path) -> None:
    package = tmp_path / "solver"
    copytree(_PACKAGE, package, ignore=ignore_patterns("__pycache__"))
    before = digest_of_sources(package)

    (package / "jit" / "bits.py").rename(package / "jit" / "bit_sets.py")

    assert digest_of_sources(package) != before
