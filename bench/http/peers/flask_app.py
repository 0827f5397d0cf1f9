"""GET /api/v1/time in Flask: the same body, headers and metrics. A peer, not a product."""

import json
import os
import time

from flask import Flask, abort, request
from prometheus_client import Counter, Gauge, Histogram

app = Flask(__name__)
app.json.sort_keys = False

HEADERS = json.loads(os.environ["ANSWER_HEADERS"])
NS_PER_SECOND = 1_000_000_000

REQUESTS = Counter(
    "http_requests_total", "Answered requests.", ["method", "route", "status"]
)
BODY_BYTES = Counter(
    "http_response_body_bytes_total", "Bytes of the bodies sent.", ["route"]
)
DURATION = Histogram(
    "http_request_duration_seconds",
    "From the arrival of a request to the end of its answer.",
    ["route", "status_class"],
    buckets=[0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5],
)
IN_FLIGHT = Gauge("http_requests_in_flight", "Requests that are being answered.")


@app.before_request
def start():
    request.started = time.perf_counter()
    IN_FLIGHT.inc()


@app.after_request
def finish(response):
    response.headers.extend(HEADERS)
    route, status = request.url_rule.rule, response.status_code
    REQUESTS.labels(request.method, route, str(status)).inc()
    elapsed = time.perf_counter() - request.started
    DURATION.labels(route, f"{status // 100}xx").observe(elapsed)
    BODY_BYTES.labels(route).inc(response.content_length)
    IN_FLIGHT.dec()
    return response


@app.get("/api/v1/time")
def get_time():
    # A query without a zone is all that the bench sends.
    if request.args:
        abort(400)
    epoch_ns = time.time_ns()
    seconds, nanoseconds = divmod(epoch_ns, NS_PER_SECOND)
    answer = {
        "now": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{nanoseconds:09}Z",
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
    return answer, {"vary": "Accept"}
