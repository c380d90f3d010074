"""The log of what nobody expected; each entry has a reference that people can read out."""

import logging
import secrets

from crm_desktop import paths

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that are mistaken for another on the phone
BYTES_PER_FILE = 1_000_000
OLD_FILES = 5

logger = logging.getLogger("crm_desktop")


def start() -> None:
    """Opens the log file once; it is made when the first entry is written."""
    if any(each.get_name() == logger.name for each in logger.handlers):
        return
    from logging.handlers import RotatingFileHandler  # late: it brings networking along

    file = paths.log_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        file, maxBytes=BYTES_PER_FILE, backupCount=OLD_FILES, encoding="utf-8", delay=True
    )
    handler.set_name(logger.name)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False


def unexpected(problem: BaseException) -> str:
    """Writes the error down whole and returns its reference, such as `E-7Q4K2`."""
    reference = "E-" + "".join(secrets.choice(LETTERS) for _ in range(5))
    start()
    logger.error("%s %s", reference, problem, exc_info=problem)
    return reference
