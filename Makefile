# Everything is kept in .venv beside this file. `make help` lists what there is.
PYTHON ?= python3
ARGS ?=
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check --no-input
CORE := exercises/core
EDITOR_VERSION := 1.25.0
EDITOR := $(VENV)/.editor-$(EDITOR_VERSION)

# Compiled files are wanted: without them every start of the program compiles it anew.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH
unexport PYTHONHOME

# A checkout that was moved has an environment that points to where it stood: install it again.
ifneq ($(shell cat $(VENV)/.place 2>/dev/null),$(CURDIR))
MOVED := moved
endif

.PHONY: help run pdf test check bench fuzz moved clean
.DEFAULT_GOAL := help

help:
	@echo "make run    set up the program and open it; ARGS=\"log b 7 4\" hands words on to it"
	@echo "make pdf    bring what writes the page for a visit as PDF; nothing else needs it"
	@echo "make test   set up the tools, check everything and run all tests, as CI does"
	@echo "make check  the fast half of it: everything but the tests"
	@echo "make bench  measure start, commands and the pack, as ratios"
	@echo "make fuzz   put mutants of packs through the checker; ARGS=\"200000 1\" says how many, and the seed"
	@echo "make clean  remove the environment and what the tools left behind"
	@echo "PYTHON=python3.12 on any of these lines chooses another Python (3.11 or newer)"

run: $(VENV)/.installed
	@$(VENV)/bin/unmuted $(ARGS)

$(VENV)/.installed: pyproject.toml $(MOVED)
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "Unmuted needs Python 3.11 or newer, and '$(PYTHON)' is not there. Please install it, or name another: make run PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Unmuted needs Python 3.11 or newer; '$(PYTHON)' is $$("$(PYTHON)" -V 2>&1). Name another: make run PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "This Python lacks its venv module. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || { echo "Setting up (once, about a minute) ..."; \
	  "$(PYTHON)" -m venv --clear $(VENV); }
	@$(PIP) install --editable . || { \
	  echo "The parts it stands on could not be installed. Setting up needs the internet once; afterwards nothing does." >&2; exit 1; }
	@printf '%s\n' "$(CURDIR)" > $(VENV)/.place
	@touch $@

# Dependency groups need a pip of 2025 or newer, and an environment begins with the one Python came with.
$(VENV)/.tools: $(VENV)/.installed
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --group test --group check
	@touch $@

pdf: $(VENV)/.installed
	@$(PIP) install --editable '.[pdf]'
	@echo "The page for a visit can be written as PDF now."

# The YAML language server that editors use, for the tests that write packs in an editor; they are skipped where
# node or the internet is lacking. Nothing newer than the day named is taken, so its own parts stay the same.
$(EDITOR): $(VENV)/.tools
	@command -v npm >/dev/null 2>&1 || exit 0; mkdir -p $(VENV)/editor; \
	npm install --prefix $(VENV)/editor --before 2026-10-20 --ignore-scripts --no-save --no-audit --no-fund \
	  --fetch-retries 1 --fetch-timeout 30000 yaml-language-server@$(EDITOR_VERSION) >/dev/null 2>&1 && touch $@ || \
	echo "The YAML language server could not be installed; the tests that need it are skipped."

# Each part runs even when one before it found something, so that one run shows everything.
BEGIN = failed=""; passed=""; \
  part() { name="$$1"; shift; echo "--- $$name"; \
    if "$$@"; then passed="$$passed $$name,"; else failed="$$failed $$name,"; fi; }
CHECKS = \
  part "ruff" $(VENV)/bin/ruff check --quiet --output-format concise guide tests; \
  part "format" $(VENV)/bin/ruff format --check --quiet --output-format concise guide tests; \
  part "types" $(VENV)/bin/mypy --no-error-summary; \
  part "imports" $(VENV)/bin/lint-imports --no-cache; \
  part "spelling" $(VENV)/bin/codespell guide tests exercises docs README.md CHANGELOG.md Makefile pyproject.toml; \
  part "exercises" $(VENV)/bin/unmuted packs check $(CORE) --strict
END = echo "---"; [ -z "$$passed" ] || echo "Passed:$${passed%,}"; \
  if [ -n "$$failed" ]; then echo "Not passed:$${failed%,}"; exit 1; fi; echo "Everything passed."

test: $(VENV)/.tools $(EDITOR)
	@$(BEGIN); $(CHECKS); part "tests" $(VENV)/bin/pytest -q -n 2; $(END)

check: $(VENV)/.tools
	@$(BEGIN); $(CHECKS); $(END)

bench: $(VENV)/.tools
	@$(PY) -m tests.bench.run

fuzz: $(VENV)/.tools
	@$(PY) -m tests.fuzz.run $(ARGS)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find guide tests -name __pycache__ -type d -prune -exec rm -rf {} +
