PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
.DEFAULT_GOAL := demo

.PHONY: demo test test-slow test-oldest test-wheel audit lint bench bench-bulk bench-accuracy bench-scores snapshots \
	format lock clean

demo: $(READY)  ## set everything up and audit the bundled example tender
	$(BIN)/procure-audit demo

test: $(READY)  ## all tests but those that take long
	$(BIN)/python -m pytest -n 2 -m "not slow"

test-slow: $(READY)  ## the tests that take long: files made to break readers
	$(BIN)/python -m pytest -m slow

OLDEST := $(VENV)-oldest
LEANING := tests/readers tests/annotate tests/batch tests/notices tests/register tests/renderers tests/cli
test-oldest: $(READY)  ## what leans on packages, with the oldest ones that pyproject.toml allows
	rm -rf $(OLDEST)
	$(BIN)/python -m venv $(OLDEST)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --resolution lowest-direct --no-header --no-annotate --all-extras pyproject.toml \
		-o $(OLDEST)/oldest.txt
	$(BIN)/uv pip install --quiet --python $(OLDEST) -r $(OLDEST)/oldest.txt -c $(OLDEST)/oldest.txt --group dev
	$(BIN)/uv pip install --quiet --python $(OLDEST) --no-deps --no-build-isolation -e .
	$(OLDEST)/bin/python -m pytest -n 2 -m "not slow" $(LEANING)

WHEEL := $(VENV)-wheel
test-wheel: $(READY)  ## the wheel, installed with its dependencies alone, audits its example and checks its rules
	rm -rf $(WHEEL) dist
	$(BIN)/python -m hatchling build --target wheel
	$(BIN)/python -m venv $(WHEEL)
	$(WHEEL)/bin/python -m pip install --quiet --disable-pip-version-check dist/*.whl
	cd / && $(CURDIR)/$(WHEEL)/bin/procure-audit demo -f html > $(CURDIR)/$(WHEEL)/demo.html
	cd / && $(CURDIR)/$(WHEEL)/bin/procure-audit rules test uk

audit: $(READY)  ## asks the advisory database for known gaps in what is pinned (over the network)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip-audit --disable-pip --require-hashes -r requirements-dev.lock

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
	rm -rf $(VENV) $(OLDEST) $(WHEEL) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit("procure-audit needs Python 3.11 or later; set PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)
