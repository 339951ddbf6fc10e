# Wireledger: `make` alone lists what there is. Needs Python >= 3.11 and git; the rest goes to .venv.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install -qq --disable-pip-version-check
RAW ?= data/raw
CURATED ?= data/curated
PORT ?= 3000

# The first interpreter that is new enough and can make a virtual environment; `make PYTHON=… …` overrides.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)

.DEFAULT_GOAL := help
.PHONY: help publish ui test test-all lint format browser compile bench clean

help:  ## list the targets
	@echo "Wireledger: news articles to tables that an analyst can cite"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done

publish: $(VENV)/.run  ## run the main job on RAW (data/raw) and publish a release below CURATED (data/curated)
	@$(PY) -m pipeline.cli publish --raw "$(RAW)" --curated "$(CURATED)"

ui: $(VENV)/.run  ## start the Dagster UI on http://127.0.0.1:PORT (3000); its history is kept in .dagster/
	@cd .dagster && DAGSTER_HOME="$(CURDIR)/.dagster" "$(CURDIR)/$(PY)" -m dagster dev \
		--workspace ../workspace.yaml --host 127.0.0.1 --port $(PORT)

test: lint  ## format, lint, types, import contracts, unit and integration tests (a few minutes)
	@$(PY) -m pytest -n 2 -m "not slow and not ui"

test-all: lint browser  ## everything of `make test`, and the slow tests and those in a browser
	@$(PY) -m pytest -n 2

lint: $(VENV)/.dev  ## the checks of `make test` that run no code
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }
	@echo "format, lint, types and import contracts are fine"

format: $(VENV)/.dev  ## put code into shape
	@$(PY) -m ruff check --fix --quiet .
	@$(PY) -m ruff format --quiet .

compile: $(VENV)/.dev  ## make C extensions of what reads articles, in build/compiled; needs a C compiler, takes minutes
	@$(PY) tools/compile_core.py --profiled

bench: $(VENV)/.bench  ## CPU time of each extractor, plain and compiled, beside public libraries on the same articles
	@$(PY) -W ignore benchmarks/extraction.py

clean:  ## remove the virtual environment, caches, scratch files and the compiled core; releases and the UI's history stay
	@rm -rf $(VENV) build .wireledger .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis ./*.egg-info
	@find pipeline schemas tests -name __pycache__ -type d -prune -exec rm -rf {} +

browser:
	@.ci/browser

# Stamp files: the environment is made and filled again only when pyproject.toml has changed.
$(PY):
	@test -n "$(PYTHON)" || { echo "Wireledger needs Python 3.11 or newer with the modules venv and ensurepip;" \
		"none was found (on Debian: apt-get install python3-venv). Name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(PY)
	@echo "installing what the pipeline needs (once)"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "installing what the tests need (once)"
	@$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.run
	@echo "installing what the benchmarks compare with (once)"
	@$(PIP) --editable '.[bench]'
	@touch $@
