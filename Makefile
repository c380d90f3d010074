# Thin on purpose: tools/dev.py does the work, also where there is no make (py tools\dev.py demo).
PYTHON ?= python3
ARGS ?=
JOBS := setup demo test lint check bench soak screenshots

.DEFAULT_GOAL := help
.PHONY: help clean $(JOBS)

help:
	@$(PYTHON) tools/dev.py --help

$(JOBS):
	@$(PYTHON) tools/dev.py $@ $(ARGS)

clean:
	rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
