import pytest

from flextime.settings import MissingSetting, Settings


def test_a_variable_is_required_when_it_is_accessed() -> None:
    settings = Settings({"TABLE_NAME": "flextime-dev"})

    assert settings.table_name == "flextime-dev"
    with pytest.raises(MissingSetting, match="BUCKET_NAME"):
        _ = settings.bucket_name


def test_an_empty_variable_counts_as_missing() -> None:
    with pytest.raises(MissingSetting, match="RUN_ID"):
        _ = Settings({"RUN_ID": ""}).run_id


def test_the_environment_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLE_NAME", "flextime-dev")
    settings = Settings.from_environment()
    monkeypatch.setenv("TABLE_NAME", "flextime-prod")

    assert settings.table_name == "flextime-dev"


def test_the_representation_shows_no_variable() -> None:
    settings = Settings({"AWS_SECRET_ACCESS_KEY": "hidden", "TABLE_NAME": "flextime"})

    assert "hidden" not in repr(settings)
    assert "hidden" not in str(settings)
