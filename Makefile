# Everything a person or a CI does here. `make` alone lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

STAGE ?= dev
ARGS ?=
# Processes that tests run in; 0 is this one, for a debugger.
TEST_PROCESSES ?= 2

UV := .tools/uv/bin/uv
RUN := $(UV) run --no-sync
TEMPLATES := template.yaml $(wildcard infra/*.yaml)
LAYER_LOCK := layers/dependencies/requirements.txt

# Any Python will do to install uv; a pyenv shim may answer to a version it lacks.
BOOT_PYTHON := $(shell for python in python3 /usr/bin/python3; do \
  $$python -c 'import ensurepip, venv' 2> /dev/null && echo $$python && break; done)

# A tool that pins its own botocore lives alone in .tools/<name> (docs/adr/0004).
# The stamp is written last: an install that was interrupted is made again.
SAM := .tools/sam/bin/sam
CFN_LINT := .tools/cfn-lint/bin/cfn-lint
CHECKOV := .tools/checkov/bin/checkov
tool = .tools/$(1)/.installed

# No cloud account is needed for anything but `make deploy`.
export SAM_CLI_TELEMETRY := 0
# sam refuses to start without a region.
export AWS_DEFAULT_REGION ?= us-east-1

.PHONY: help setup check test test-kill bench bench-solver build sam-local demo serve openapi events params lock image \
        pins deploy clean check-python check-templates check-generated

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) \
	  | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

setup: $(call tool,uv) ## install Python 3.13 and all packages into .venv
	$(UV) sync --frozen --all-extras

check: check-python check-templates check-generated ## format, lint, types, imports, templates

check-python: setup
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	PYTHONPATH=functions $(RUN) lint-imports

check-templates: $(call tool,cfn-lint) $(call tool,sam) $(call tool,checkov)
	$(CFN_LINT) $(TEMPLATES)
	for template in $(TEMPLATES); do $(SAM) validate --lint --template "$$template"; done
	$(CHECKOV) --config-file tools/checkov.yaml --file $(TEMPLATES)

# What is generated is committed; whoever changes its source commits both.
check-generated: openapi events params lock
	git diff --exit-code -- docs/openapi.json docs/events docs/params.md $(LAYER_LOCK)

test: setup $(call tool,ministack) ## set up and run every test
	$(RUN) pytest --numprocesses $(TEST_PROCESSES) --dist loadfile --no-loadscope-reorder $(ARGS)

test-kill: setup ## kill the local stack at random: ARGS="--kills 40 --seed 1"
	PYTHONPATH=tests $(RUN) python -m kill $(ARGS)

bench: setup ## start-up, latency and solve quality on this machine
	PYTHONPATH=functions:tests $(RUN) python -m benchmark $(ARGS)

bench-solver: setup ## quality of the solver: INSTANCES=folder [ARGS="--rows itc"]
	@[ -d "$(INSTANCES)" ] || { echo 'INSTANCES=folder of the instances' >&2; exit 2; }
	PYTHONPATH=tests $(RUN) python -m benchmark.solver "$(INSTANCES)" $(ARGS)

build: $(call tool,sam) lock ## what `sam deploy` uploads, in .aws-sam/build
	PATH="$(CURDIR)/.tools/sam/bin:$$PATH" $(SAM) build

sam-local: setup build ## a template that `sam local` can run (needs Docker to run it)
	$(RUN) python -m tools.sam_local

demo: setup ## the whole system on this machine: one real season, solved
	$(RUN) flextime demo $(ARGS)

serve: setup ## the local stack until Ctrl-C
	$(RUN) flextime local $(ARGS)

openapi: setup ## write docs/openapi.json from the API
	PYTHONPATH=functions $(RUN) python -m tools.openapi

events: setup ## write docs/events/*.json from flextime.domain.events
	$(RUN) python -m flextime.serialization.events.schemas docs/events

params: setup ## write docs/params.md from the solver's parameters
	$(RUN) python -m tools.params_document

lock: $(call tool,uv) ## export the Lambda layer's requirements from uv.lock
	$(UV) export --quiet --frozen --no-dev --no-emit-project --no-hashes \
	  --no-annotate --no-header --output-file $(LAYER_LOCK) > /dev/null

image: ## build the solver's container image (needs Docker)
	docker build --file solver/Dockerfile --tag flextime-solver .

deploy: build ## deploy to AWS: make deploy STAGE=dev|staging|prod
	$(SAM) deploy --config-env $(STAGE)

clean: ## remove what was built or cached; keeps .venv, .tools and your data
	rm -rf .aws-sam .coverage .hypothesis .import_linter_cache .mypy_cache \
	  .pytest_cache .ruff_cache build dist

$(call tool,uv): tools/uv-requirements.txt
	@[ -n "$(BOOT_PYTHON)" ] \
	  || { echo 'No python3 with venv found: apt-get install python3-venv' >&2; exit 1; }
	$(BOOT_PYTHON) -m venv --clear .tools/uv
	.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes --only-binary :all: --requirement $<
	touch $@

# --seed: `sam build` runs the pip of the python3.13 it finds first on PATH.
.tools/%/.installed: tools/%-requirements.txt | $(call tool,uv)
	$(UV) venv --quiet --clear --seed --python 3.13 .tools/$*
	$(UV) pip install --quiet --python .tools/$* --require-hashes --requirement $<
	touch $@

pins: $(call tool,uv) ## after editing tools/*.in: resolve and hash again
	for tool in tools/*.in; do $(UV) pip compile --quiet --universal \
	  --generate-hashes --python-version 3.13 --no-annotate --no-header \
	  "$$tool" --output-file "$${tool%.in}-requirements.txt" > /dev/null; done
