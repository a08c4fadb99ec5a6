#!/usr/bin/env python3
"""Moves the clock about between entries, and holds the marks against the rule.

The rule (LedgerClock): an entry is unmarked when it follows the entry before it, or the last
unmarked one, by 0 to 24 hours; else it is marked `back` when it lies before both, else `ahead`; the
very time of the entry before takes over its mark. The order is that of writing, and the time is
stored as the machine gave it, in whatever zone it stood."""

import datetime
import shutil
import tempfile

from sut import *

DAY = datetime.timedelta(hours=24)
ZONES = ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"]
# Changes to and from summer time, a wrong year, the ends of 32 bits, the epoch, a leap second's day.
TIMES = [
    "2026-03-29 00:59:59", "2026-03-29 01:00:01", "2026-03-29 01:00:01", "2026-03-30 01:00:00",
    "2026-03-31 01:00:01", "2026-10-25 00:59:59", "2026-10-25 01:00:30", "2020-01-01 00:00:00",
    "2026-10-25 01:05:00", "2038-01-19 03:14:09", "2106-02-07 06:28:17", "1970-01-01 00:00:01",
    "2026-06-30 23:59:59", "2026-07-01 00:00:01", "2024-02-29 12:00:00", "1999-12-31 23:59:59",
    "2026-07-01 00:00:02",
]


class Clock:
    """The rule, written a second time."""

    def __init__(self):
        self.last = self.steady = self.mark = None

    def step(self, now):
        if now == self.last:
            return self.mark
        before = [each for each in (self.last, self.steady) if each is not None]
        steady = not before or any(DAY * 0 <= now - each <= DAY for each in before)
        self.mark = None if steady else "back" if all(now < each for each in before) else "ahead"
        if steady:
            self.steady = now
        self.last = now
        return self.mark


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def at(time, zone, arguments):
    """Runs a command under a clock that starts at a time of a zone."""
    return call(["faketime", "-f", "@" + time, *arguments], env=dict(TZ=zone))


def main():
    folder = tempfile.mkdtemp(prefix="clock")
    bad, written = [], []
    if at(TIMES[0], "UTC", augury(folder, "init")).returncode:
        bad.append("init fails")
    for time in TIMES:
        for zone in ZONES:
            result = at(time, zone, added(folder, f"at {time} {zone}", "0.5"))
            one = acked(result)
            if not one:
                bad.append((time, zone, result.returncode, result.stderr.decode()[:200]))
                continue
            written.append((one, time, zone, json.loads(result.stdout)["clock"]))
    clock, marks, seen = Clock(), dict(back=0, ahead=0), {}
    exported = run("list", folder).stdout.splitlines()
    for position, line in enumerate(exported):
        record = json.loads(line)
        wanted = clock.step(instant(record["recorded_at"]))
        marked = record.get("clock")
        if record["seq"] != position:
            bad.append((position, "stands out of order"))
        if marked != wanted:
            bad.append((position, record["recorded_at"], "is marked", marked, "not", wanted))
        if marked:
            marks[marked] += 1
        if record["kind"] == "forecast":
            seen[record["body"]["id"]] = (position, record["recorded_at"], marked)
    if ids(folder) != [one for one, *_ in written]:
        bad.append("the forecasts do not stand in the order of writing")
    for one, time, zone, said in written:
        position, recorded, marked = seen[one]
        # The shim hands out the local time of the zone; what is stored is UTC.
        meant = subprocess.run(["date", "-u", "-d", f'TZ="{zone}" {time}', "+%FT%TZ"],
                               capture_output=True, text=True).stdout.strip()
        # An hour that a zone skips has no UTC time, and one that it repeats has two.
        if meant and abs(instant(recorded) - instant(meant)) > datetime.timedelta(hours=1, minutes=1):
            bad.append((position, "stored", recorded, "at", meant))
        if said != marked:
            bad.append((position, "log says", said, "the record", marked))
    checked = run("verify", folder)
    if checked.returncode:
        bad.append(("verify", checked.stdout.decode()[-300:]))
    for each in bad[:20]:
        print("BAD", each)
    summary("clock_marks", entries=len(exported), bad=len(bad), **marks)
    shutil.rmtree(folder)
    return 1 if bad else 0


sys.exit(main())
