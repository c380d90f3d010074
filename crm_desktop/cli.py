"""`crm`: the desk in a terminal. Reads the words, runs the subcommand, names the outcome.

Exit status 0 done, 1 refused, 2 wrong use, 3 unexpected (the log has it under its reference),
130 stopped by Ctrl+C.
"""

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain, sentence
from crm_desktop.terminal import grammar
from crm_desktop.terminal.session import Session

DONE, REFUSED, WRONG_USE, UNEXPECTED, STOPPED = 0, 1, 2, 3, 130


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit status; nothing is half done."""
    words = sys.argv[1:] if words is None else words
    _write_utf8()
    language = grammar.language_of(words)
    try:
        status = _run(words, language)
        sys.stdout.flush()
    except SystemExit as end:
        return int(end.code or DONE)
    except Refused as refusal:
        return _refuse(refusal, language, "--json" in words)
    except KeyboardInterrupt:
        print(f"\n{sentence('terminal_stopped', language)}", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _silence_stdout()
        return DONE
    except Exception as problem:  # noqa: BLE001 - the last place where anything can be caught
        return _unexpected(problem, language)
    return status


def _run(words: Sequence[str], language: str) -> int:
    parser = grammar.parser(language)
    options = parser.parse_args(words)
    session = Session(options, options.parser, language)
    module, _, function = options.run.rpartition(".")
    command = getattr(import_module(f"crm_desktop.terminal.{module}"), function)
    try:
        return int(command(session) or DONE)
    finally:
        session.close()


def _refuse(refusal: Refused, language: str, as_json: bool) -> int:
    message = explain(refusal, language)
    if as_json:
        told = {"refused": refusal.code, "message": message, "field": refusal.field}
        message = json.dumps(told, ensure_ascii=False)
    print(message, file=sys.stderr)
    return REFUSED


def _unexpected(problem: Exception, language: str) -> int:
    from crm_desktop import log, paths

    reference = log.unexpected(problem)
    text = sentence("terminal_unexpected", language, reference=reference, log=paths.log_file())
    print(text, file=sys.stderr)
    return UNEXPECTED


def _write_utf8() -> None:
    """Thai must come out whole, whatever code page or locale the terminal was started with."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    """Whoever read our output has left; Python shall not complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
