"""Where this PC keeps its own files, and which database it opens."""

import os
import stat
from pathlib import Path

import pytest

from crm_desktop import paths, settings
from crm_desktop.domain.errors import Refused
from crm_desktop.settings import LocalSettings
from crm_desktop.store.engines import sqlite_path


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CRM_DATA", str(tmp_path))
    assert paths.data_folder() == tmp_path
    assert paths.log_file().is_relative_to(tmp_path)
    assert Path(sqlite_path(paths.default_database())) == tmp_path / "crm.db"


def test_the_database_is_the_named_one_else_the_setting_else_the_own_folder() -> None:
    assert settings.database_url("sqlite:///x.db") == "sqlite:///x.db"
    assert settings.database_url() == paths.default_database()
    settings.save(LocalSettings('postgresql://u:"p\\w@host/ร้าน', "th"))
    assert settings.load() == LocalSettings('postgresql://u:"p\\w@host/ร้าน', "th")
    assert settings.database_url() == 'postgresql://u:"p\\w@host/ร้าน'


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder private instead")
def test_a_password_in_the_url_is_for_its_owner_only() -> None:
    settings.save(LocalSettings("postgresql://u:p@host/db"))
    assert stat.S_IMODE(paths.settings_file().stat().st_mode) == 0o600


def test_a_broken_settings_file_is_named_and_not_ignored() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text("database = sqlite", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        settings.load()
    assert caught.value.code == "settings_unreadable"
    assert caught.value.values["path"] == str(paths.settings_file())


def test_a_setting_of_a_newer_program_does_not_stop_an_older_one() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('language = "en"\nprinter = "x"\n', encoding="utf-8")
    assert settings.load() == LocalSettings(language="en")
