# `make` alone lists what can be made. Everything runs from .venv, which each target sets up first.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKS := --require-hashes --requirement
ARGS ?=

WORKERS ?= 2 # processes that run tests side by side; 0: this one alone
GUARDS ?= tests/guards # what of the tests `make check` runs too; nothing where `make test` follows

.PHONY: help setup run test endurance check chat preview stories bench translations lock

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/ready ## make .venv with all that the bot needs; the other targets do this first

run: .venv/ready ## serve on http://127.0.0.1:8080, data in data/
	@$(BIN)/camtay serve $(ARGS)

test: .venv/ready-for-tests .venv/telemelya/ready .venv/zalo-sdk/ready ## run all tests; installs chromium, PostgreSQL and Redis where missing
	@tests/setup-debian.sh
	@$(BIN)/pytest --numprocesses=$(WORKERS) $(ARGS)

# Kills, stops and freezes real senders among five times as many people as `make test` does.
endurance: .venv/ready-for-tests
	@tests/setup-debian.sh
	@CAMTAY_ENDURANCE=1 $(BIN)/pytest tests/processes/test_delivery_*.py $(ARGS)

# The types take as long as all the rest: they are checked beside it, and told of last.
check: .venv/ready-for-tests ## run the linters, the type checker, the guards and the lesson check
	@mkdir -p build
	@$(BIN)/mypy >build/types 2>&1 & types=$$!; \
	trap 'kill $$types 2>/dev/null || true' EXIT; \
	$(BIN)/ruff check .; \
	$(BIN)/ruff format --check .; \
	$(BIN)/lint-imports --no-logo; \
	$(BIN)/camtay lessons check; \
	if [[ -n '$(GUARDS)' ]]; then $(BIN)/pytest $(GUARDS); fi; \
	wait $$types || { cat build/types; exit 1; }; \
	cat build/types

chat: .venv/ready ## talk to the bot in this terminal
	@$(BIN)/camtay chat $(ARGS)

preview: .venv/ready ## show a lesson as each channel shows it: make preview ARGS=lessons/…
	@$(BIN)/camtay lessons preview $(ARGS)

stories: .venv/ready-for-tests ## write the transcripts of tests/stories anew, to be reviewed as a diff
	@$(BIN)/pytest tests/stories --rewrite $(ARGS)

bench: .venv/ready-for-tests ## measure turns a second, memory and start-up time
	@$(BIN)/python -m bench $(ARGS)

translations: .venv/ready ## bring locales/ up to date with the sentences in the code
	@mkdir -p build
	@$(BIN)/pybabel --quiet extract --mapping-file=pyproject.toml --no-default-keywords --keywords='say plain mark _' \
		--omit-header --add-location=file --sort-output --no-wrap --output-file=build/camtay.pot .
	@for folder in locales/*/; do \
		$(BIN)/pybabel --quiet update --domain=camtay --input-file=build/camtay.pot --output-dir=locales \
			--locale="$$(basename "$$folder")" --init-missing --no-fuzzy-matching --ignore-obsolete \
			--ignore-pot-creation-date --no-wrap; \
	done

# Resolves the dependencies of pyproject.toml anew, against the public index whatever this machine's pip is set to.
PIP_COMPILE := env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	.venv/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(ARGS)

lock: .venv/bin/python
	@$(BIN)/python -m venv .venv/lock
	@.venv/lock/bin/pip install --quiet pip-tools==7.6.2
	@$(PIP_COMPILE) --build-deps-for=editable --extra=test --extra=lint --output-file=requirements-test.txt pyproject.toml
	@$(PIP_COMPILE) --build-deps-for=editable --constraint=requirements-test.txt --output-file=requirements.txt \
		pyproject.toml
	@$(PIP_COMPILE) --output-file=tests/telemelya/requirements.txt tests/telemelya/requirements.in
	@$(PIP_COMPILE) --output-file=tests/zalo_oa_server/requirements.txt tests/zalo_oa_server/requirements.in
	@$(PIP_COMPILE) --constraint=requirements-test.txt --output-file=bench/send/requirements.txt bench/send/requirements.in

.venv/bin/python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$python" -m venv .venv; exit 0; \
		fi; \
	done; \
	echo 'Cần Python 3.11 trở lên và gói python3-venv. Trên Debian: sudo apt-get install python3-venv' >&2; \
	echo 'Python 3.11 or newer and its venv module are needed. On Debian: sudo apt-get install python3-venv' >&2; \
	exit 1

.venv/ready: requirements.txt pyproject.toml | .venv/bin/python
	@echo 'Đang cài các thư viện vào .venv… / Installing the libraries into .venv…'
	@$(PIP) install $(LOCKS) requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q bot broadcasts
	@touch $@

.venv/ready-for-tests: requirements-test.txt .venv/ready
	@echo 'Đang cài các công cụ kiểm thử… / Installing the test tools…'
	@$(PIP) install $(LOCKS) requirements-test.txt
	@touch $@

.venv/telemelya/ready: tests/telemelya/requirements.txt | .venv/bin/python
	@echo 'Đang cài telemelya để kiểm thử… / Installing telemelya for the tests…'
	@$(BIN)/python -m venv .venv/telemelya
	@.venv/telemelya/bin/python -m pip --disable-pip-version-check --quiet install $(LOCKS) $<
	@touch $@

.venv/zalo-sdk/ready: tests/zalo_oa_server/requirements.txt | .venv/bin/python
	@echo 'Đang cài zalo-sdk để kiểm thử… / Installing zalo-sdk for the tests…'
	@$(BIN)/python -m venv .venv/zalo-sdk
	@.venv/zalo-sdk/bin/python -m pip --disable-pip-version-check --quiet install $(LOCKS) $<
	@cp $< $@
