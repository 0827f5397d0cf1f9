"""Zone arithmetic on zoneinfo, for flask_app.py. Whole seconds: datetime knows no nanoseconds."""

import json
import os
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

with open(os.environ["ZONE_TABLE"], encoding="utf-8") as file:
    TABLE = json.load(file)
TZDB_VERSION = TABLE["version"]

DISAMBIGUATIONS = {"compatible", "earlier", "later", "reject"}
NS_PER_SECOND = 1_000_000_000
MONTH_SECONDS = 30 * 86_400
MONTHS_AROUND = 13

SPELLINGS = {name.lower(): name for name in available_timezones()}


def find_zone(name):
    """The zone of an id in any case, or None."""
    spelling = SPELLINGS.get(name.lower())
    return spelling and ZoneInfo(spelling)


def instant_text(epoch_ns):
    seconds, fraction = divmod(epoch_ns, NS_PER_SECOND)
    text = datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{text}.{fraction:09d}Z"


def zoned_view(epoch_ns, zone):
    seconds, fraction = divmod(epoch_ns, NS_PER_SECOND)
    local = datetime.fromtimestamp(seconds, zone)
    shown = type_of(local)
    text = local.strftime("%Y-%m-%dT%H:%M:%S")
    return {
        "id": zone.key,
        "local": f"{text}.{fraction:09d}{shown['utcOffset']}[{zone.key}]",
        **shown,
    }


def local_time_type(seconds, zone):
    return type_of(datetime.fromtimestamp(seconds, zone))


def type_of(local):
    offset = local.utcoffset()
    saved = local.dst()
    return {
        "utcOffset": offset_text(offset),
        "standardOffset": offset_text(offset - saved),
        "isDst": bool(saved),
        "abbreviation": local.tzname(),
    }


def offset_text(offset):
    minutes = offset // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def summary(zone):
    links_to = TABLE["links"].get(zone.key)
    entry = TABLE["zones"].get(links_to or zone.key, {})
    code = entry.get("country")
    return {
        "id": zone.key,
        "linksTo": links_to,
        "country": code and {"code": code, "name": TABLE["countries"][code]},
        "cities": entry.get("cities", []),
    }


def transitions_around(seconds, zone):
    """The last and the next change: zoneinfo lists none, so by months and then by halves."""
    return find_change(seconds, -MONTH_SECONDS, zone), find_change(seconds, MONTH_SECONDS, zone)


def find_change(seconds, step, zone):
    now = kind_at(seconds, zone)
    for month in range(1, MONTHS_AROUND + 1):
        far = seconds + month * step
        if kind_at(far, zone) != now:
            low, high = sorted((far - step, far))
            return first_of_kind(low, high, zone)
    return None


def first_of_kind(low, high, zone):
    after = kind_at(high, zone)
    while high - low > 1:
        middle = (low + high) // 2
        if kind_at(middle, zone) == after:
            high = middle
        else:
            low = middle
    return high


def kind_at(seconds, zone):
    local = datetime.fromtimestamp(seconds, zone)
    return local.utcoffset(), local.tzname()


def transition_view(seconds, zone):
    return None if seconds is None else {
        "at": instant_text(seconds * NS_PER_SECOND),
        "before": local_time_type(seconds - 1, zone),
        "after": local_time_type(seconds, zone),
    }


def resolve(text, zone, disambiguation):
    """Whether clocks showed a wall time, when it was (seconds since 1970), and when else."""
    try:
        wall = datetime.fromisoformat(text).replace(tzinfo=zone)
    except ValueError:
        return None, None, None
    possible = sorted(int(wall.replace(fold=fold).timestamp()) for fold in (0, 1))
    earlier, later = possible
    if earlier == later:
        return "unique", earlier, possible
    is_shown = datetime.fromtimestamp(earlier, zone).replace(fold=0) == wall
    kind = "repeated" if is_shown else "skipped"
    if disambiguation == "reject":
        return None, None, None
    takes_later = disambiguation == "later" or (disambiguation == "compatible" and not is_shown)
    return kind, later if takes_later else earlier, possible


def alternatives(possible, zone):
    return [
        {
            "disambiguation": name,
            "instant": instant_text(seconds * NS_PER_SECOND),
            "from": zoned_view(seconds * NS_PER_SECOND, zone),
        }
        for name, seconds in zip(("earlier", "later"), possible)
    ]
