"""Every job of the project, from a fresh clone on: sets up what is missing, then does the job.

Standard library only, because it runs before anything is installed. The Makefile calls it;
where there is no make, call it directly (Windows: `py tools\\dev.py demo`).
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever `python3` the machine has
    sys.exit("Python 3.11 or later is needed; name it, for example: make PYTHON=python3.12 demo")

import postgres

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up.stamp"
DEMO = ROOT / "build" / "demo"
CHECKED = ("crm_desktop", "ui", "tools", "benchmarks")

# What PySide6's wheels expect of a Linux system: library → the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def fail(sentence: str) -> NoReturn:
    """End with one sentence for the person at the terminal."""
    sys.exit(f"\n{sentence}")


def succeeds(*command: str | Path, **environment: str) -> bool:
    """Run one program in the project's folder and say whether it was content."""
    sys.stdout.flush()
    words = [str(part) for part in command]
    return not subprocess.run(
        words, cwd=ROOT, env={**os.environ, **environment}, check=False
    ).returncode


def run(*command: str | Path, **environment: str) -> None:
    """Run one program; where it fails, so do we, without a traceback of our own."""
    if not succeeds(*command, **environment):
        sys.exit(1)


def python(*arguments: str | Path, **environment: str) -> None:
    """Run the project's own Python."""
    run(PYTHON, *arguments, **environment)


# ---------------------------------------------------------------- what the system must have


def loads(library: str) -> bool:
    """Whether the dynamic loader finds the library (true on every distribution alike)."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_for_desk() -> list[str]:
    """Debian packages without which neither the virtual environment nor Qt can start."""
    missing = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    if sys.platform == "linux":
        missing += [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    return missing


def missing_for_tests() -> list[str]:
    """Debian packages that let the tests run on PostgreSQL and look into papers."""
    missing = []
    if sys.platform == "linux" and not (postgres.given_url() or postgres.programs()):
        missing.append("postgresql")
    if sys.platform == "linux" and not shutil.which("pdftotext"):
        missing.append("poppler-utils")
    return missing


def apt_prefix() -> list[str] | None:
    """The words before `apt-get` that make it work unasked; None where nothing does."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:
        sudo = None
    return [sudo, "-n", "env", "DEBIAN_FRONTEND=noninteractive"] if sudo else None


def install_system(packages: Sequence[str]) -> bool:
    """Install Debian packages when we may; false when we may not or it failed."""
    prefix = apt_prefix()
    if prefix is None:
        return False
    print(f"Installing by apt-get: {' '.join(packages)}", flush=True)
    apt = [*prefix, "apt-get", "-qq", "-y", "--no-install-recommends"]
    subprocess.run([*apt, "update"], check=False)
    done = subprocess.run([*apt, "install", *packages], capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def system_packages() -> None:
    """Have what the desk needs of the system, or say in one sentence what to install."""
    missing = missing_for_desk()
    if missing and not install_system(missing):
        fail(f"Please install these packages first: sudo apt install {' '.join(missing)}")


def test_packages() -> None:
    """Have what only tests need; without it they run all the same and say what they left out."""
    missing = missing_for_tests()
    if missing and not install_system(missing):
        print(f"Some tests will be skipped; to run them: sudo apt install {' '.join(missing)}")


# ---------------------------------------------------------------- the virtual environment


def wanted() -> str:
    """What the environment must have been made from; any change makes it stale."""
    digest = hashlib.sha256(f"{sys.version}\n{VENV}\n".encode())
    for name in ("constraints.txt", "setup.cfg", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def environment() -> None:
    """Make `.venv` with exactly the pinned versions and the project itself, editable."""
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted():
        return
    print("Setting up .venv (once; a few minutes, mostly Qt) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    run(sys.executable, "-m", "venv", "--clear", VENV)
    pip = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", "constraints.txt")
    python(*pip, "pip")  # the one that came with Python may be too old for dependency groups
    python(*pip, "--group", "dev", "-e", ".", PYTHONWARNINGS="ignore")
    STAMP.write_text(wanted(), encoding="utf-8")


def setup() -> None:
    """Everything a job needs; does nothing again that is up to date."""
    system_packages()
    environment()
    python("tools/translations.py")


# ---------------------------------------------------------------- the jobs


def has_screen() -> bool:
    """Whether a window could be seen here."""
    return sys.platform in {"win32", "darwin"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def demo(_arguments: Sequence[str]) -> None:
    """Walk the main job through the real windows on demo data, then open the desk."""
    setup()
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    url = f"sqlite:///{(DEMO / 'demo.db').as_posix()}"
    crm = ("-m", "crm_desktop", "--database", url)
    python(*crm, "demo")
    python(*crm, "walk", "--out", DEMO, QT_QPA_PLATFORM="offscreen")
    print(f"\nThe demo's paper and screenshots are in {DEMO}:")
    for path in sorted([*DEMO.glob("*.pdf"), *DEMO.glob("*.png")]):
        print(f"  {path}")
    if has_screen():
        python("-m", "ui", "--database", url)


def pytest(*arguments: str) -> None:
    """The tests on both databases.

    Compiled modules are kept, also where the environment says otherwise: each of the processes
    that the tests start would compile all of them again.
    """
    with postgres.scratch() as folder, postgres.server(folder) as url:
        given = {postgres.VARIABLE: url} if url else {}
        given |= {"TMPDIR": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
        python("-m", "pytest", *arguments, **given)


def test(arguments: Sequence[str]) -> None:
    """All tests but the long ones; further words go to pytest."""
    test_packages()
    setup()
    pytest("-n", "auto", *arguments)


def soak(arguments: Sequence[str]) -> None:
    """The long tests: a million customers, alone on the machine; then random kills and races."""
    test_packages()
    setup()
    if arguments:
        pytest("-m", "soak", *arguments)
        return
    pytest("-m", "soak", "tests/soak/test_never_blocks.py")
    pytest("-m", "soak", "-n", "auto", "--ignore=tests/soak/test_never_blocks.py")


def lint(_arguments: Sequence[str]) -> None:
    """Format, style, types, import contracts, translations: all of them, then the verdict."""
    setup()
    checks: dict[str, tuple[str | Path, ...]] = {
        "format": (SCRIPTS / "ruff", "format", "--check", "."),
        "style": (SCRIPTS / "ruff", "check", "."),
        "types": (SCRIPTS / "mypy", *CHECKED),
        "imports": (SCRIPTS / "lint-imports",),
        "translations": (PYTHON, "tools/check_translations.py"),
    }
    failed = [name for name, command in checks.items() if not succeeds(*command)]
    if failed:
        fail(f"lint: not in order: {', '.join(failed)}")


def check(arguments: Sequence[str]) -> None:
    """What must hold before a change is offered: test, then lint."""
    test(arguments)
    lint(())


def bench(arguments: Sequence[str]) -> None:
    """Measure floor and program in turn; print the ratios of docs/speed.md."""
    setup()
    with postgres.durable() as url:
        given = {postgres.VARIABLE: url} if url else {}
        python("-m", "benchmarks", *arguments, QT_QPA_PLATFORM="offscreen", **given)


def screenshots(arguments: Sequence[str]) -> None:
    """Make every picture of README, docs and the help anew."""
    setup()
    for script in ("tools/screenshots.py", "tools/help_pictures.py"):
        python(script, *arguments, QT_QPA_PLATFORM="offscreen")


JOBS: dict[str, Callable[[Sequence[str]], None]] = {
    "setup": lambda _arguments: setup(),
    "demo": demo,
    "test": test,
    "lint": lint,
    "check": check,
    "bench": bench,
    "soak": soak,
    "screenshots": screenshots,
}


def main() -> None:
    """Read the job and do it; an end from outside still ends the servers we started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    parser = argparse.ArgumentParser(
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name:12} {job.__doc__ or setup.__doc__}" for name, job in JOBS.items()),
    )
    parser.add_argument("job", choices=JOBS)
    job, arguments = parser.parse_known_args()
    JOBS[job.job](arguments)


if __name__ == "__main__":
    main()
