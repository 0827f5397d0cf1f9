# Every way in. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

# Named so that the cluster suite, which breaks what it finds, runs against it.
CLUSTER := dataiku-disposable

# Recipes run the pinned Node and npm and the tools of this repository, whatever the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(CURDIR)/toolchain/node_modules/.bin:$(PATH)

HOST ?= 127.0.0.1
PORT ?= 8080
MANAGEMENT_PORT ?= 9464

installed := node_modules/.installed
manifests := package.json package-lock.json toolchain/package-lock.json $(wildcard app/*/package.json packages/*/package.json monitoring/package.json test/package.json bench/package.json)
package_sources := $(shell find packages/*/src -type f)

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-19s %s\n", $$1, $$2 }' Makefile

.PHONY: up
up: build ## Build and serve the whole application on http://localhost:8080 (HOST, PORT)
	@echo "up: http://$(if $(findstring :,$(HOST)),[$(HOST)],$(HOST)):$(PORT) (Ctrl-C stops it)"
	@trap '' INT; HOST=$(HOST) PORT=$(PORT) MANAGEMENT_PORT=$(MANAGEMENT_PORT) \
	  DRAIN_SECONDS=0 WEB_ROOT=app/frontend/dist node --disable-sigusr1 app/api/dist/main.cjs

.PHONY: dev
dev: $(installed) ## Serve page and API from source, and again at each change: http://localhost:5173
	@trap 'kill $$(jobs -p)' EXIT; \
	HOST=127.0.0.1 PORT=8080 DRAIN_SECONDS=0 STOP_LIMIT_SECONDS=1 \
	  node --watch --conditions=source app/api/src/start.ts & \
	npm run --silent dev --workspace app/frontend & \
	wait -n

.PHONY: test
test: build browser ## Install what is missing and run every test
	@scripts/require-package.sh curl "command -v curl"
	@scripts/require-package.sh unzip "command -v unzip"
	@scripts/require-package.sh openssl "command -v openssl"
	@echo "test: unit tests"
	@npm run --silent test:unit
	@echo "test: the page in a browser"
	@npm run --silent test:browser

.PHONY: test-engines
test-engines: build chromium ## Test the bound and the page in Chromium, Firefox and WebKitGTK (Debian, root)
	@scripts/require-package.sh firefox-esr "command -v firefox-esr"
	@scripts/require-package.sh webkit2gtk-driver "command -v WebKitWebDriver"
	@scripts/require-package.sh xvfb "command -v Xvfb"
	@node --conditions=source --test --test-concurrency=1 "test/engines/*.test.ts"

.PHONY: test-clients
test-clients: build browser test/clients/node_modules/.installed ## Test that DASH players take their time from the API (50 MB from npm, 215 MB unpacked)
	@NODE_OPTIONS=--conditions=source playwright test --config test/clients/playwright.config.ts

test/clients/node_modules/.installed: test/clients/package-lock.json
	@echo "install: dash.js and Shaka Player"
	@cd test/clients && npm ci --workspaces=false --ignore-scripts --loglevel=error --no-progress
	@touch $@

.PHONY: test-generators
test-generators: $(installed) ## Test clients generated in Go and Python with each operation (needs Go, Java, Python)
	@python3 -m venv .cache/clients
	@.cache/clients/bin/pip install --quiet --disable-pip-version-check --requirement test/clients/requirements.txt
	@node --conditions=source --test "test/clients/*.test.ts"

.PHONY: test-first-run
test-first-run: $(installed) ## Run `make up` on a bare Debian 12 and 13 with their own npm (root; 5 to 10 minutes)
	@scripts/require-package.sh mmdebstrap "command -v mmdebstrap"
	@scripts/require-package.sh debian-archive-keyring "ls /usr/share/keyrings/debian-archive-keyring.gpg"
	@node --conditions=source --test "test/first-run/*.test.ts"

.PHONY: test-monitoring
test-monitoring: build ## Test metrics, rules, alerts and dashboards, with real Prometheus; part of test
	@node --conditions=source --test "test/monitoring/*.test.ts"

checks := format types layers unused spelling package

.PHONY: check
check: $(installed) ## Check format, lint, types, layering, dead code, spelling and the published package
	@$(MAKE) --jobs=$$(nproc) --output-sync=target $(checks:%=check-%)

.PHONY: $(checks:%=check-%)
$(checks:%=check-%): check-%: $(installed)
	@echo "check: $*"
	@npm run --silent check:$*

.PHONY: check-workflows
check-workflows: ## Check workflows and secrets with actionlint, zizmor, ghalint and gitleaks (needs Go and pipx)
	@go run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
	@pipx run zizmor==1.32.0 --offline --persona=pedantic .github
	@go run github.com/suzuki-shunsuke/ghalint/cmd/ghalint@v1.5.6 run
	@go run github.com/zricethezav/gitleaks/v8@v8.30.1 git --no-banner

.PHONY: bench
bench: build ## Measure the API beside its peers, as ratios of medians (ROUNDS, ROUND_SECONDS)
	@scripts/require-package.sh wrk "command -v wrk"
	@scripts/require-package.sh gunicorn "command -v gunicorn"
	@scripts/require-package.sh python3-flask "/usr/bin/python3 -c 'import flask'"
	@scripts/require-package.sh python3-prometheus-client "/usr/bin/python3 -c 'import prometheus_client'"
	@node --conditions=source bench/nts/bench.ts
	@taskset -c 1 node --conditions=source bench/http/bench.ts "$$(scripts/unpack-package.sh nginx)/usr/sbin/nginx"

.PHONY: bench-overload
bench-overload: build ## Send the API three times what saturates it (ROUND_SECONDS)
	@scripts/require-package.sh wrk "command -v wrk"
	@node --conditions=source bench/http/overload.ts

.PHONY: bench-events
bench-events: build ## Measure 1,000 to 10,000 ticking event streams on one process (ROUND_SECONDS, MINUTES)
	@taskset -c 1 node --conditions=source bench/events/bench.ts

.PHONY: bench-page
bench-page: build chromium ## Hold the page against its budgets: Lighthouse, sizes, stillness, main thread, memory
	@node --conditions=source bench/page/bench.ts

.PHONY: proof
proof: $(installed) ## Simulate a million exchanges and check that no interval excludes the truth (EXCHANGES)
	@EXCHANGES=100000 node --conditions=source --test packages/clock-sync/src/core/containment.test.ts
	@node --conditions=source bench/proof/proof.ts

.PHONY: tzdata
tzdata: $(installed) ## Take Debian's newest copy of the tz database
	@scripts/take-tzdata.sh

.PHONY: chart
chart: $(installed) ## Pack the Helm chart for an OCI registry
	@scripts/package-chart.sh

.PHONY: images
images: $(installed) ## Build the container images with docker, podman or buildah (BUILDER, IMAGE_PREFIX)
	@scripts/build-images.sh

.PHONY: test-images
test-images: $(installed) ## Run the images that make images built, with docker or podman (IMAGE_PREFIX)
	@node --conditions=source --test --test-timeout=120000 "test/containers/*.test.ts"

.PHONY: cluster
cluster: $(installed) ## Raise a disposable cluster with kind, with the images that make images built (needs Docker)
	@scripts/raise-cluster.sh $(CLUSTER)

.PHONY: cluster-crds
cluster-crds: $(installed) ## Bring the custom resources of the platform and the examples into the current cluster (CHARTS)
	@scripts/apply-crds.sh

.PHONY: cluster-down
cluster-down: ## Remove the cluster that make cluster raised
	@kind delete cluster --name $(CLUSTER)

.PHONY: test-cluster
test-cluster: $(installed) ## Test the chart on the current, disposable cluster: rollouts, evictions, … under load (10 minutes; IMAGE_PREFIX, DISPOSABLE)
	@node --conditions=source --test --test-concurrency=1 "test/cluster/*.test.ts"

.PHONY: test-gitops-cluster
test-gitops-cluster: $(installed) ## Test Argo CD and all it brings in, on the current, fresh cluster (15 to 30 minutes; DISPOSABLE)
	@node --conditions=source --test "test/gitops-cluster/*.test.ts"

.PHONY: test-gitops
test-gitops: $(installed) ## Test the GitOps manifests, the workflows and their scripts
	@node --conditions=source --test "test/gitops/*.test.ts" "test/workflows/*.test.ts"

.PHONY: test-platform
test-platform: $(installed) ## Render the charts of others, from their registries, as Argo CD will (CHARTS)
	@CHARTS=$$(scripts/pull-platform-charts.sh "$(CHARTS)") node --conditions=source --test test/gitops/platform-charts.test.ts

.PHONY: argocd
argocd: ## Install Argo CD into the current cluster, once
	@scripts/install-argocd.sh

.PHONY: deploy
deploy: ## Move the branch deploy to a commit of main and its images (COMMIT, API, FRONTEND)
	@scripts/move-deploy.sh "$(COMMIT)" $(if $(API)$(FRONTEND),"$(API)" "$(FRONTEND)")

.PHONY: verify-image
verify-image: ## Prove which workflow built an image (IMAGE=name@sha256:…)
	@scripts/verify-image.sh "$(IMAGE)"

.PHONY: chart-diff
chart-diff: $(installed) ## Print what the work tree changes in the cluster since a commit (BASE, CHARTS)
	@node scripts/chart-diff.ts "$(BASE)"

.PHONY: version
version: $(installed) ## Raise the version everywhere, the changelog included (V)
	@node scripts/set-version.ts "$(V)"

.PHONY: audit
audit: ## Ask the npm registry for known vulnerabilities of what ships
	@npm audit --omit=dev --audit-level=moderate --workspace app/api --workspace app/frontend --workspace packages/clock-sync

.PHONY: pictures
pictures: build browser ## Take the documentation's pictures again
	@npm run --silent test:browser -- pictures --update-snapshots=changed
	@node --conditions=source test/pictures/take-monitoring.ts

.PHONY: monitoring
monitoring: $(installed) ## Write the alert rules and dashboards into the chart
	@npm run --silent write --workspace monitoring

.PHONY: settings
settings: $(installed) ## Write docs/settings.md from the API's settings
	@npm run --silent settings --workspace app/api

.PHONY: fork
fork: $(installed) ## Give this tree your names (REPOSITORY=owner/name, HOST, ZONE, EDGE_HOST, STAGING_HOST, ADDRESS)
	@node scripts/fork.ts
	@$(MAKE) monitoring format
	@echo "fork: make pictures draws the diagrams with your names"

.PHONY: format
format: $(installed) ## Format and fix what the linter can fix
	@biome check --write .

.PHONY: build
build: app/api/dist/main.cjs app/frontend/dist/index.html

app/api/dist/main.cjs: $(installed) app/api/rolldown.config.ts $(package_sources) $(shell find app/api/src -type f)
	@echo "build: the API's bundle"
	@npm run --silent build --workspace app/api
	@touch $@

app/frontend/dist/index.html: $(installed) app/frontend/vite.config.ts app/frontend/index.html $(package_sources) $(shell find app/frontend/src app/frontend/public -type f 2>/dev/null)
	@echo "build: the page"
	@npm run --silent build --workspace app/frontend
	@touch $@

# Another run of npm may drop the link to the pinned Node: the packages are then installed anew.
$(installed): $(manifests) $(if $(wildcard node_modules/.bin/node),,reinstall)
	@scripts/install-packages.sh
	@touch $@

.PHONY: reinstall
reinstall:

# The browser of most tests has no window.
.PHONY: browser chromium
browser:
	@scripts/require-package.sh chromium-headless-shell 'command -v "$${CHROMIUM:-chromium-headless-shell}"'
chromium:
	@scripts/require-package.sh chromium 'command -v "$${CHROMIUM:-chromium}"'
