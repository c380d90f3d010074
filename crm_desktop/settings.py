"""This PC's own settings; what the shop sets for everybody is in the database."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from crm_desktop import paths
from crm_desktop.domain.errors import Refused

HEAD = "# crm-desktop: the settings of this PC; delete a line to have its default back.\n"


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """`database` is the URL the program opens, `language` th or en before anyone logged in."""

    database: str = ""
    language: str = ""


def load(path: Path | None = None) -> LocalSettings:
    """Reads the file, unknown names ignored; Refused `settings_unreadable` names file and line."""
    file = path or paths.settings_file()
    try:
        if not file.exists():
            return LocalSettings()
        import tomllib  # late: most PCs keep every default

        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as problem:  # of the file, of its letters or of TOML
        raise Refused("settings_unreadable", path=str(file), problem=str(problem)) from None
    known = {each.name for each in fields(LocalSettings)}
    return LocalSettings(**{name: str(value) for name, value in found.items() if name in known})


def save(settings: LocalSettings, path: Path | None = None) -> None:
    """Replaces the file in one step; only its owner may read it, for a URL may hold a password."""
    file = path or paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in asdict(settings).items()
        if value
    ]
    half = file.with_suffix(".new")
    half.touch(mode=0o600)
    half.write_text(HEAD + "".join(lines), encoding="utf-8")
    half.replace(file)


def database_url(given: str | None = None) -> str:
    """The database to open: the one named, else this PC's setting, else the data folder's own."""
    return given or load().database or paths.default_database()
