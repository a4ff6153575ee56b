# The commands of README.md. Every one sets up what it needs first, and at once if that is done.

SAMPLE := corpus/gold/b-nord-osterdal.pdf
DRAFT := corpus/gold/a-varnes-utkast.docx
BIN := .venv/bin
PYTHON ?= $(shell scripts/python)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := help
.PHONY: help check-sample test lint typecheck unit score score-scans bench bench-full installed fuzz docs \
        picture pictures lock clean

help: ## lists these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

check-sample: .venv/run.stamp ## sets everything up and checks a sample agreement
	@$(BIN)/agreementlint check --fail-on never $(SAMPLE)

test: lint typecheck unit ## sets everything up and runs all tests

lint: .venv/dev.stamp ## style
	$(BIN)/ruff check .

typecheck: .venv/dev.stamp ## types
	$(BIN)/mypy

unit: .venv/dev.stamp ## the tests alone; those of scanned pages where Tesseract is or can be had
	@scripts/system-packages test || true
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

score: .venv/dev.stamp ## how often the verdicts on corpus/gold are right
	$(BIN)/python -m benchmarks.score corpus/gold --format pdf

score-scans: .venv/dev.stamp ## the same on scans of corpus/gold, made in build/scans
	$(BIN)/python -m benchmarks.scans corpus/gold build/scans
	$(BIN)/python -m benchmarks.score corpus/gold build/scans --format pdf

QUICK := cold_start first_page reading judging

bench: .venv/dev.stamp ## the speed, as ratios, each beside its bound; two minutes
	@scripts/bench $(QUICK)

bench-full: .venv/dev.stamp ## the same with scans and audits: a quarter of an hour
	@scripts/bench $(QUICK) ocr "audit --large"

installed: .venv/dev.stamp ## the wheel and the sdist in fresh environments of every Python here
	$(BIN)/python -m scripts.installed

fuzz: .venv/dev.stamp ## ten minutes of damaged files; what goes wrong is kept in build/fuzz
	nice $(BIN)/python -m benchmarks.fuzz 600

docs: .venv/dev.stamp ## the documentation as a site, in build/site
	$(BIN)/python -m mkdocs build --strict --quiet

picture: .venv/dev.stamp ## remakes docs/sample.svg from the running program
	$(BIN)/python -m scripts.picture $(SAMPLE) docs/sample.svg

pictures: .venv/dev.stamp ## remakes docs/pictures, with Chromium and LibreOffice
	$(BIN)/python -m scripts.pictures $(DRAFT) docs/pictures

lock: ## remakes the requirements' locks from pyproject.toml
	scripts/lock

clean: ## removes what the commands made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# To run it: the locked packages and the checkout itself. To work on it: the tools as well.
.venv/run.stamp: requirements.lock pyproject.toml | .venv
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv:
	@scripts/system-packages run $(PYTHON)
	$(PYTHON) -m venv $@
