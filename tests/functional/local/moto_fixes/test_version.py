import pytest

from flextime_local.moto_fixes.version import (
    WrongMotoVersionError,
    check_moto_version,
)


def test_another_version_of_moto_is_rejected() -> None:
    with pytest.raises(WrongMotoVersionError, match=r"moto 5\.2\.5, but 5\.2\.6"):
        check_moto_version("5.2.6")


def test_the_installed_version_is_the_tested_one() -> None:
    check_moto_version()
