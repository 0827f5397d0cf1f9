# Every way in. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

# Recipes run the pinned Node and the tools of this repository, whatever the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

HOST ?= 127.0.0.1
PORT ?= 8080
MANAGEMENT_PORT ?= 9464
ENVIRONMENT ?= production

installed := node_modules/.installed
manifests := package.json package-lock.json $(wildcard app/*/package.json packages/*/package.json monitoring/package.json test/package.json bench/package.json)
package_sources := $(shell find packages/*/src -type f)

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

.PHONY: up
up: build ## Build and serve the whole application on http://localhost:8080 (HOST, PORT)
	@echo "up: http://$(HOST):$(PORT) (Ctrl-C stops it)"
	@trap '' INT; HOST=$(HOST) PORT=$(PORT) MANAGEMENT_PORT=$(MANAGEMENT_PORT) \
	  DRAIN_SECONDS=0 WEB_ROOT=app/frontend/dist node app/api/dist/main.js

.PHONY: test
test: build browser ## Install what is missing and run every test
	@scripts/require-package.sh curl "command -v curl"
	@echo "test: unit tests"
	@npm run --silent test:unit
	@echo "test: the page in a browser"
	@npm run --silent test:browser

.PHONY: test-engines
test-engines: build browser ## Test the bound and the page in Chromium, Firefox and WebKitGTK (Debian, root)
	@scripts/require-package.sh firefox-esr "command -v firefox-esr"
	@scripts/require-package.sh webkit2gtk-driver "command -v WebKitWebDriver"
	@scripts/require-package.sh xvfb "command -v Xvfb"
	@node --conditions=source --test --test-concurrency=1 "test/engines/*.test.ts"

.PHONY: test-monitoring
test-monitoring: build ## Test metrics, rules, alerts and dashboards, with real Prometheus; part of test
	@node --conditions=source --test "test/monitoring/*.test.ts"

.PHONY: check
check: $(installed) ## Check format, lint, types, layering, dead code, spelling and the published package
	@for check in format types layers unused spelling package; do echo "check: $$check"; npm run --silent check:$$check; done

.PHONY: bench
bench: build ## Measure the API beside its peers, as ratios of medians (ROUNDS, ROUND_SECONDS)
	@scripts/require-package.sh wrk "command -v wrk"
	@scripts/require-package.sh gunicorn "command -v gunicorn"
	@scripts/require-package.sh python3-flask "/usr/bin/python3 -c 'import flask'"
	@scripts/require-package.sh python3-prometheus-client "/usr/bin/python3 -c 'import prometheus_client'"
	@node --conditions=source bench/http/bench.ts peers "$$(scripts/unpack-package.sh nginx)/usr/sbin/nginx"

.PHONY: bench-saturation
bench-saturation: build ## Send three times what saturates the API, and keep it up (ROUND_SECONDS, MINUTES)
	@scripts/require-package.sh wrk "command -v wrk"
	@taskset -c 1 node --conditions=source bench/http/bench.ts saturation

.PHONY: bench-events
bench-events: build ## Measure 1,000 to 10,000 ticking event streams on one process (ROUND_SECONDS, MINUTES)
	@taskset -c 1 node --conditions=source bench/events/bench.ts

.PHONY: bench-page
bench-page: build browser ## Hold the page against its budgets: Lighthouse, sizes, stillness, main thread, memory
	@node --conditions=source bench/page/bench.ts

.PHONY: proof
proof: $(installed) ## Simulate a million exchanges and hold the truth against the bounds (EXCHANGES)
	@node --conditions=source bench/proof/proof.ts

.PHONY: chart
chart: $(installed) ## Pack the Helm chart for an OCI registry
	@scripts/package-chart.sh

.PHONY: images
images: $(installed) ## Build the container images with docker, podman or buildah (BUILDER, IMAGE_PREFIX)
	@scripts/build-images.sh

.PHONY: test-images
test-images: $(installed) browser ## Build the images on stand-ins of their bases, and run them (Debian, root)
	@test/images/containers/run.sh

.PHONY: test-gitops
test-gitops: $(installed) ## Test the GitOps manifests, the workflows and their scripts
	@node --conditions=source --test "test/gitops/*.test.ts" "test/workflows/*.test.ts"

.PHONY: test-platform
test-platform: $(installed) ## Render the charts of others, from their registries, as Argo CD will (CHARTS)
	@CHARTS=$$(scripts/pull-platform-charts.sh "$(CHARTS)") node --conditions=source --test test/gitops/platform-charts.test.ts

.PHONY: argocd
argocd: ## Install Argo CD into the current cluster, once
	@scripts/install-argocd.sh

.PHONY: zone
zone: $(installed) ## Print the DNS records of an environment as a zone file (ENVIRONMENT)
	@node scripts/zone-records.ts $(ENVIRONMENT)

.PHONY: dns-check
dns-check: $(installed) ## Resolve the DNS records of an environment, and say which is wrong (ENVIRONMENT, DNS_SERVER)
	@node scripts/dns-check.ts $(ENVIRONMENT) $(DNS_SERVER)

.PHONY: deploy
deploy: ## Move the branch deploy to a commit of main and its images (COMMIT, API, FRONTEND)
	@scripts/move-deploy.sh "$(COMMIT)" $(if $(API)$(FRONTEND),"$(API)" "$(FRONTEND)")

.PHONY: verify-image
verify-image: ## Prove which workflow built an image (IMAGE=name@sha256:…)
	@scripts/verify-image.sh "$(IMAGE)"

.PHONY: chart-diff
chart-diff: ## Print what the work tree changes in the cluster since a commit (BASE)
	@scripts/chart-diff.sh "$(BASE)"

.PHONY: audit
audit: ## Ask the npm registry for known vulnerabilities of what ships
	@npm audit --omit=dev --audit-level=moderate --workspace app/api --workspace app/frontend --workspace packages/clock-sync

.PHONY: pictures
pictures: build browser ## Take the documentation's pictures again
	@npm run --silent test:browser -- pictures --update-snapshots=changed
	@node --conditions=source test/pictures/take-diagrams.ts
	@node --conditions=source test/pictures/take-monitoring.ts

.PHONY: monitoring
monitoring: $(installed) ## Write the alert rules and dashboards into the chart
	@npm run --silent write --workspace monitoring

.PHONY: format
format: $(installed) ## Format and fix what the linter can fix
	@biome check --write .

.PHONY: build
build: app/api/dist/main.js app/frontend/dist/index.html

app/api/dist/main.js: $(installed) app/api/rolldown.config.ts $(package_sources) $(shell find app/api/src -type f)
	@echo "build: the API's bundle"
	@npm run --silent build --workspace app/api
	@touch $@

app/frontend/dist/index.html: $(installed) app/frontend/vite.config.ts app/frontend/index.html $(package_sources) $(shell find app/frontend/src app/frontend/public -type f 2>/dev/null)
	@echo "build: the page"
	@npm run --silent build --workspace app/frontend
	@touch $@

# --no-save: a registry that lacks some platform's optional packages must not change the lock file.
$(installed): $(manifests)
	@echo "install: npm packages"
	@npm install --no-save --loglevel=error --no-progress
	@scripts/require-package.sh libatomic1 "node --version"
	@scripts/require-node.sh
	@touch $@

.PHONY: browser
browser:
	@scripts/require-package.sh chromium 'command -v "$${CHROMIUM:-chromium}"'
