"""The work of GET /api/v1/time in Flask: the same body, headers and metrics. A peer, not a product."""

import time
from datetime import datetime, timezone

from flask import Flask, request
from prometheus_client import Histogram

app = Flask(__name__)

HEADERS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Age, Date, Retry-After",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "cross-origin",
    "referrer-policy": "no-referrer",
    "timing-allow-origin": "*",
    "vary": "Accept",
    "x-content-type-options": "nosniff",
}

DURATION = Histogram(
    "http_request_duration_seconds",
    "From the arrival of a request to the end of its answer.",
    ["method", "route", "status"],
    buckets=[0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
)


@app.before_request
def start():
    request.started = time.perf_counter()


@app.after_request
def finish(response):
    response.headers.extend(HEADERS)
    labels = (request.method, request.url_rule.rule, str(response.status_code))
    DURATION.labels(*labels).observe(time.perf_counter() - request.started)
    return response


@app.get("/api/v1/time")
def now():
    if set(request.args) - {"timezone"}:
        return {"code": "unknown-parameter"}, 400
    epoch_ns = time.time_ns()
    seconds, fraction = divmod(epoch_ns, 1_000_000_000)
    text = datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    return {
        "now": f"{text}.{fraction:09d}Z",
        "epochNs": str(epoch_ns),
        "epochMs": epoch_ns // 1_000_000,
        "interval": None,
        "clock": {
            "status": "unsynchronized",
            "reason": "the kernel says that nothing keeps this clock",
            "source": "kernel",
            "id": "00112233445566778899aabbccddeeff",
            "baseNs": str(epoch_ns - time.monotonic_ns()),
            "utcMinusHostNs": None,
            "readingAgeMs": None,
            "driftPpm": 0,
            "leap": "unknown",
            "taiOffsetSeconds": None,
        },
        "tzdb": "2026c",
        "instance": "bench",
    }
