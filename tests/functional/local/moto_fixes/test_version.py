import pytest

from flextime_local.moto_fixes import apply_fixes, version
from flextime_local.moto_fixes.version import WrongMotoVersionError


def test_another_version_of_moto_is_refused_loudly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(version, "version", lambda _: "5.2.6")

    with pytest.raises(WrongMotoVersionError, match=r"moto 5\.2\.5, but 5\.2\.6"):
        apply_fixes()
