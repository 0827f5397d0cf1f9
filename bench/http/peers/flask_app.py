"""The work of the API in Flask: the same bodies, headers and metrics. A peer, not a product."""

import json
import os
import time

import flask_zones as zones
from flask import Flask, abort, request
from prometheus_client import Counter, Gauge, Histogram

app = Flask(__name__)
app.json.sort_keys = False

HEADERS = json.loads(os.environ["ANSWER_HEADERS"])
NS_PER_SECOND = 1_000_000_000
MOST_ZONES = 20

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


def query_of(*known):
    """The parameters, each known and given once."""
    if any(name not in known or len(values) > 1 for name, values in request.args.lists()):
        abort(400)
    return request.args


@app.get("/api/v1/time")
def get_time():
    zone_id = query_of("timezone").get("timezone")
    epoch_ns = time.time_ns()
    answer = {
        "now": zones.instant_text(epoch_ns),
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
        "tzdb": zones.TZDB_VERSION,
        "instance": "bench",
    }
    if zone_id is not None:
        answer["zone"] = zones.zoned_view(epoch_ns, zones.find_zone(zone_id) or abort(400))
    return answer, {"vary": "Accept"}


@app.get("/api/v1/timezone")
def get_timezone():
    zone = zones.find_zone(query_of("id").get("id", "")) or abort(400)
    epoch_ns = time.time_ns()
    previous, following = zones.transitions_around(epoch_ns // NS_PER_SECOND, zone)
    return {
        **zones.summary(zone),
        "at": zones.instant_text(epoch_ns),
        "current": zones.local_time_type(epoch_ns // NS_PER_SECOND, zone),
        "previous": zones.transition_view(previous, zone),
        "next": zones.transition_view(following, zone),
        "tzdb": zones.TZDB_VERSION,
        "tzdbNames": zones.TZDB_VERSION,
    }


@app.get("/api/v1/convert")
def convert():
    query = query_of("at", "from", "to", "disambiguation")
    disambiguation = query.get("disambiguation", "compatible")
    source = zones.find_zone(query.get("from", "")) or abort(400)
    targets = [zones.find_zone(name) or abort(400) for name in query.get("to", "").split(",")]
    if len(targets) > MOST_ZONES or disambiguation not in zones.DISAMBIGUATIONS:
        abort(400)
    kind, seconds, possible = zones.resolve(query.get("at", ""), source, disambiguation)
    if kind is None:
        abort(400)
    epoch_ns = seconds * NS_PER_SECOND
    return {
        "instant": zones.instant_text(epoch_ns),
        "epochNs": str(epoch_ns),
        "kind": kind,
        "disambiguation": disambiguation,
        "from": zones.zoned_view(epoch_ns, source),
        "alternatives": [] if kind == "unique" else zones.alternatives(possible, source),
        "to": [zones.zoned_view(epoch_ns, target) for target in targets],
        "tzdb": zones.TZDB_VERSION,
        "tzdbNames": zones.TZDB_VERSION,
    }
