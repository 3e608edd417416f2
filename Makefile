# The two commands of this project are `make build` and `make test`; both set everything up first.
# The set-up is a virtual environment in .venv, made anew only when pyproject.toml or constraints.txt change.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: build test check lint types manuscript proofs bench clean

build: $(READY)
	$(BIN)/python build.py

ORDINARY := $(BIN)/python -m pytest -n 2 --dist worksteal -m "not long" -q

test: $(READY) lint types
	$(ORDINARY)

check: $(READY) lint types  ## the same with coverage, which takes half as long again
	$(ORDINARY) --cov --cov-report=term:skip-covered --cov-fail-under=85

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

manuscript: $(READY)  ## only the consistency tests of the manuscript in this folder, by name
	$(BIN)/python -m pytest tests/manuscript -v

proofs: $(READY)  ## the long proofs: fuzzing and thousands of edits, minutes
	$(BIN)/python -m pytest -n 2 -m long -q

bench: $(READY)
	$(BIN)/python bench/speed.py

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $(READY)

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache
