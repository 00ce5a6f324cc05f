# `make run` shows the dashboard, `make test` checks everything. Both first build .venv if it is
# missing or older than its requirements. Works with make 3.81 or newer, on Linux and macOS.

PORT = 8501
ADDRESS = localhost

# Who sits at this machine may add and edit, unless others reach the dashboard.
FACTS_EDITING ?= $(if $(DASHBOARD_URL),,$(if $(filter localhost 127.0.0.1 ::1,$(ADDRESS)),on))

SEED = $(shell date +%Y%m%d)

VENV = .venv
PY = $(VENV)/bin/python
PIP = $(PY) -m pip --disable-pip-version-check --quiet
RUN = $(VENV)/run.stamp
DEV = $(VENV)/dev.stamp

# The first of these that is Python 3.11 or newer makes .venv; `make run PYTHON=...` names another.
PYTHON = python3 python3.14 python3.13 python3.12 python3.11 python
USABLE = import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))

# The newest versions that fit stay out unless asked for: make lock UPGRADE=--upgrade
UPGRADE =
LOCK = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

# Whom `make audit` asks: pypi or osv.
SERVICE = pypi

# What mypy reads: the folders and files of this list that exist.
CODE = $(wildcard dashboard.py settings.py language facts extract curate charts drawing answers decks export ui words pages \
	benchmarks tests)

# A .venv whose Python is gone (moved, upgraded, half made) is built again.
ifneq ($(wildcard $(VENV)),)
ifneq ($(shell $(PY) -c '' 2>/dev/null && echo works),works)
$(RUN) $(DEV): rebuild
endif
endif

.PHONY: help run test broad fuzz mutants check lint format words bench load shots lock audit clean \
	rebuild browser office nginx openid

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: $(RUN) ## show the dashboard at http://localhost:8501 (another port: make run PORT=8502)
	@echo 'The dashboard: http://$(ADDRESS):$(PORT)  (Ctrl+C stops it)'
	@FACTS_EDITING=$(FACTS_EDITING) $(PY) -m streamlit run dashboard.py --server.port $(PORT) --server.address $(ADDRESS) \
		--logger.hideWelcomeMessage true

test: browser office lint ## check the style, the types and the data, then run every test
	$(PY) -m facts check
	$(PY) -m pytest -n auto --dist worksteal -m "not broad"

# Those of a login and of nginx each drive a browser of their own, one to a process.
broad: browser office nginx openid ## run the slow tests, which go over everything there is
	$(PY) -m pytest -n auto --dist worksteal -m broad --ignore tests/login --ignore tests/deploy
	$(PY) -m pytest -m broad tests/login
	$(PY) -m pytest -m broad tests/deploy

fuzz: $(DEV) ## try 21,000 bad inputs (those of another day again: make fuzz SEED=20261122)
	$(PY) -m tests.faults --seed $(SEED)

mutants: $(DEV) ## try 60 seeded faults in a copy: do the tests catch them?
	$(PY) -m tests.tools.mutants

check: $(RUN) ## check the data: every fact against the words of its source
	$(PY) -m facts check

lint: $(DEV) ## check the style and the types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy $(CODE)

format: $(DEV) ## rewrite the code in the project's style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

words: $(DEV) ## collect the words of the program for translators (words/dashboard.pot)
	$(PY) -m tests.tools.words

bench: $(DEV) ## measure what the program costs
	$(PY) -m benchmarks

load: nginx ## measure a hundred readers at once, and what a killed process costs them
	$(PY) -m benchmarks.crowd
	$(PY) -m benchmarks.failover

shots: browser ## take the pictures of the README again
	$(PY) -m tests.tools.readme_pictures

lock: $(DEV) ## write requirements*.txt again from requirements*.in, with every file's fingerprint
	$(LOCK) --output-file requirements.txt requirements.in
	$(LOCK) --output-file requirements-dev.txt requirements-dev.in

audit: $(DEV) ## ask whether a package that runs has a known fault (needs an advisory service)
	@$(PY) -m tests.tools.audit requirements.txt $(SERVICE)

clean: ## remove .venv and every cache
	rm -rf $(VENV) tests/login/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name .git -prune -o -type d -name __pycache__ -exec rm -rf {} +

browser: $(DEV)
	$(PY) -m tests.tools.install_browser

openid: $(DEV)
	$(PY) -m tests.tools.install_openid

office: $(DEV)
	$(PY) -m tests.tools.install_office

nginx: $(DEV)
	$(PY) -m tests.tools.install_nginx

rebuild:

$(RUN): requirements.txt
	@$(call make_venv)
	$(PIP) install -r requirements.txt
	@touch $@

$(DEV): requirements.txt requirements-dev.txt
	@$(call make_venv)
	$(PIP) install -r requirements-dev.txt
	@touch $(RUN) $@

define make_venv
	if $(PY) -m pip --version >/dev/null 2>&1; then exit 0; fi; \
	for python in $(PYTHON); do \
		if "$$python" -c '$(USABLE)' >/dev/null 2>&1; then \
			echo "Making $(VENV) with $$("$$python" --version). The first time takes a minute."; \
			rm -rf $(VENV); \
			exec "$$python" -m venv $(VENV); \
		fi; \
	done; \
	echo 'No Python 3.11 or newer was found (looked for: $(PYTHON)).' >&2; \
	echo 'Install one: on macOS "brew install python", on Debian or Ubuntu "sudo apt-get install python3 python3-venv",' >&2; \
	echo 'elsewhere from python.org. Or name the one you have: make run PYTHON=/path/to/python3' >&2; \
	exit 1
endef
