"""Where this person's files lie; `CRM_DATA` moves them all, for tests and for a stick."""

import os
from pathlib import Path

APPLICATION = "crm-desktop"


def data_folder() -> Path:
    """The folder of settings, log, drafts and, where no server is set, the database."""
    override = os.environ.get("CRM_DATA")
    if override:
        return Path(override).absolute()
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def default_database() -> str:
    """The URL of the database that is used where none was named."""
    return sqlite_url(data_folder() / "crm.db")


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{path.absolute().as_posix()}"


def settings_file() -> Path:
    """This PC's own settings."""
    return data_folder() / "settings.toml"


def log_file() -> Path:
    """What went wrong and when."""
    return data_folder() / "log" / "crm.log"
