PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
.DEFAULT_GOAL := demo

.PHONY: demo test test-slow lint bench bench-bulk bench-accuracy bench-scores snapshots format lock clean

demo: $(READY)  ## set everything up and audit the bundled example tender
	$(BIN)/procure-audit demo

test: $(READY)  ## all tests but those that take long
	$(BIN)/python -m pytest -n 2 -m "not slow"

test-slow: $(READY)  ## the tests that take long: files made to break readers
	$(BIN)/python -m pytest -m slow

snapshots: $(READY)  ## write the snapshots anew; read the difference before committing
	$(BIN)/python -m pytest -n 2 -m "not slow" --force-regen || true

lint: $(READY)  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)  ## speed and memory, as ratios in one run
	$(BIN)/python bench/speed.py --write docs/performance.md

bench-bulk: $(READY)  ## how many tenders and notices an hour
	$(BIN)/python bench/bulk.py --write docs/scale.md

CORPUS ?= ../shared/corpus
bench-accuracy: $(READY)  ## facts found against facts labelled: make bench-accuracy CORPUS="a/folder b/folder"
	$(BIN)/python bench/accuracy.py $(CORPUS) $(ACCURACY)

bench-scores: $(READY)  ## how the scores of many tenders spread: make bench-scores CORPUS="name=a/folder"
	$(BIN)/python bench/scores.py $(CORPUS) $(SCORES)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY)  ## resolve the development environment anew, for all Python versions
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit("procure-audit needs Python 3.11 or later; set PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)
