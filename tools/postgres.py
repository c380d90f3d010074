"""A PostgreSQL server of our own for one run of the tests: loopback only, gone afterwards."""

import getpass
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "CRM_TEST_POSTGRES"
LOCALES = ("C.UTF-8", "en_US.UTF-8", "th_TH.UTF-8")

MEMORY = Path("/dev/shm")
ROOM_BYTES = 3 * 2**30

# Nothing here outlives the run, so nothing needs to survive a power cut, and of thousands of
# connections each may sign in quickly: `--auth=md5` below spares them 4,096 rounds of hashing.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}
# What is measured waits for the disk as it would in a shop.
DURABLE = {**SETTINGS, "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def given_url() -> str | None:
    """A server that somebody else keeps for our tests."""
    return os.environ.get(VARIABLE) or None


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: Debian keeps one per version and none on the path."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    found = [folder for folder in folders if (folder / "initdb").is_file()]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name.split(".")[0]))
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


def owner() -> str | None:
    """Whom to run the server as: PostgreSQL refuses root; None means as we are."""
    if os.geteuid() != 0:
        return None
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def locale_name() -> str:
    """A UTF-8 locale of this machine: with plain C, trigrams of Thai words are empty."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    known = {name.lower().replace("-", "") for name in listed.split()}
    return next((name for name in LOCALES if name.lower().replace("-", "") in known), LOCALES[0])


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def call(user: str | None, *command: str | Path) -> None:
    """Run one PostgreSQL program quietly as `user`; what it says is shown if it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        user=user,
        extra_groups=[] if user else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}")


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for one run, in memory where there is room: what is thrown away needs no disk."""
    quick = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    roomy = quick and shutil.disk_usage(MEMORY).free >= ROOM_BYTES
    with tempfile.TemporaryDirectory(
        prefix="crm-test-", dir=MEMORY if roomy else None, ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        folder.chmod(0o755)  # the server's user comes through here
        yield folder


@contextmanager
def cluster(
    bin_folder: Path, folder: Path, settings: Mapping[str, str] = SETTINGS
) -> Iterator[str]:
    """Make, start and at the end remove a server; yields the URL of its administrator."""
    user, password, port = owner(), secrets.token_urlsafe(16), free_port()
    home = folder / "postgres"
    home.mkdir(mode=0o700)
    try:
        (home / "password").write_text(password, encoding="utf-8")
        if user:
            for path in (home, home / "password"):
                shutil.chown(path, user)
        data, log = home / "data", home / "log"
        call(
            user, bin_folder / "initdb", "-D", data, "-U", "crm", "-E", "UTF8", "--no-sync",
            f"--locale={locale_name()}", "--auth=md5", f"--pwfile={home / 'password'}",
        )  # fmt: skip
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        control = (bin_folder / "pg_ctl", "-D", data, "-w", "-s")
        call(user, *control, "-l", log, "-o", f"-c port={port} {options}", "start")
        try:
            yield f"postgresql://crm:{password}@127.0.0.1:{port}/postgres"
        finally:
            call(user, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def server(folder: Path) -> Iterator[str | None]:
    """The URL of a server to test with: the one given, one of our own in `folder`, or None where
    none is."""
    bin_folder = None if os.name == "nt" else programs()
    if given_url() or bin_folder is None:
        yield given_url()
        return
    with cluster(bin_folder, folder) as url:
        yield url


@contextmanager
def durable() -> Iterator[str | None]:
    """A server on the disk to measure with: the one given, our own, or None where none is."""
    bin_folder = None if os.name == "nt" else programs()
    if given_url() or bin_folder is None:
        yield given_url()
        return
    with tempfile.TemporaryDirectory(prefix="crm-bench-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)  # the server's user comes through here
        with cluster(bin_folder, Path(name), DURABLE) as url:
            yield url


if __name__ == "__main__":
    with scratch() as room, server(room) as shown:
        print(f"{VARIABLE}={shown}\nfor {getpass.getuser()}; Enter ends it.")
        input()
