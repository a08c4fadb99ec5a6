#!/usr/bin/env python3
"""Moves clock and zone about between passes of the scheduler: 45 jumps, then the true time.

No notice may be lost or recorded twice; those told again are just those of which the clock had run
ahead by more than a day; what is told at one time is in the order of its instants; each jump of more
than a day is marked. Then the nights of both changes of summer time: a question due, and a digest
at half past two, each told once. Last, thirty days without a pass end in one digest."""

import datetime
import shutil
import sys
import tempfile

from watching import *

ZONES = ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"]
TIMES = [
    "2026-03-29 00:59:59", "2026-03-29 01:00:01", "2026-10-25 00:59:59", "2026-10-25 01:00:30",
    "2020-01-01 00:00:00", "2038-01-19 03:14:09", "2106-02-07 06:28:17", "1970-01-01 00:00:01",
    "2026-06-30 23:59:59",
]


def jumps(bad):
    folder = tempfile.mkdtemp(prefix="clocks")
    watched = Watched(folder)
    watched.ask(10, "2026-01-20", spacing=70)
    watched.run("2026-01-01 12:30:00", "tick")
    for time in TIMES:
        for zone in ZONES:
            before = len(watched.told())
            watched.run(time, "tick", zone=zone)
            said = [key.split("/")[2] for key in watched.told()[before:]]
            if said != sorted(said):
                bad.append(f"out of order at {time} {zone}")
    end = "2029-01-01"
    day = datetime.date(2026, 7, 1)
    while str(day) <= end:  # The true time goes on, a week at a time.
        watched.run(f"{day} 12:00:00", "tick")
        day += datetime.timedelta(days=7)
    watched.run(end + " 12:00:00", "tick")
    expected = set(watched.expected("2026-01-01", "2028-12-31", end + " 12:00:01"))
    recorded, told = watched.recorded(), watched.told()
    if len(set(recorded)) != len(recorded):
        bad.append("a notice is on record twice")
    if not expected <= set(told):
        bad.append(f"lost: {sorted(expected - set(told))[:3]}")
    # Once when the clock ran ahead in 2038, once in 2106 after it was 2020, and in true time.
    often = [key for key in set(told) if told.count(key) > 4]
    if often:
        bad.append(f"told too often: {often[:3]}")
    with sqlite3.connect(ledger(folder)) as base:
        marks = [mark for (mark,) in base.execute("select mark from clock_jump order by number")]
    if marks.count("back") != 3 or marks.count("ahead") < 3:
        bad.append(f"jumps are not marked: {marks[:8]}")
    shutil.rmtree(folder)
    return len(TIMES) * len(ZONES), len(recorded), marks


def summer_time(bad):
    """Each ten minutes through both nights."""
    told_all = 0
    for night, deadline in [("2026-03-28", "2026-03-28"), ("2026-10-24", "2026-10-24")]:
        folder = tempfile.mkdtemp(prefix="nights")
        watched = Watched(folder, zone="Europe/Berlin")
        watched.run(watched.start, "channels", "drop", "hook")
        watched.run(watched.start, "channels", "add", "command", "--daily", "02:30", "--zone",
                    "Europe/Berlin", "--", os.path.join(folder, "hook"))
        watched.ask(1, deadline)
        watched.run("2026-01-01 12:30:00", "tick")
        watched.run(f"{night} 12:00:00", "tick")
        before = len(watched.told())
        clock = datetime.datetime.fromisoformat(night + " 20:00:00")
        digests = []
        for _ in range(60):
            count = len(watched.told())
            watched.run(str(clock), "tick")
            if len(watched.told()) > count:
                digests.append(str(clock))
            clock += datetime.timedelta(minutes=10)
        told = watched.told()[before:]
        told_all += len(told)
        dues = [key for key in told if "/due/" in key]
        if len(dues) != 1 or len(digests) != 1:
            bad.append(f"the night after {night}: due told {len(dues)} times, digests {digests}")
        shutil.rmtree(folder)
    return told_all


def pause(bad):
    folder = tempfile.mkdtemp(prefix="pause")
    watched = Watched(folder)
    watched.ask(40, "2026-01-05")
    watched.run("2026-01-03 12:00:00", "tick")
    watched.run("2026-02-02 12:00:00", "tick")
    with open(watched.heard) as file:
        digests = [json.loads(line)["notices"] for line in file]
    if len(digests) != 1 or len([n for n in digests[0] if n["kind"] == "due"]) != 28:
        bad.append(f"after 30 days: {[len(each) for each in digests]}")
    watched.run("2026-02-02 12:10:00", "tick")
    if len(open(watched.heard).readlines()) != 1:
        bad.append("the catch-up is told again")
    shutil.rmtree(folder)
    return len(digests[0])


def main():
    bad = []
    moved, notices, marks = jumps(bad)
    figures = {"n": moved, "notices": notices, "back": marks.count("back"),
               "ahead": marks.count("ahead"), "summer_time": summer_time(bad),
               "caught_up": pause(bad), "bad": bad}
    print(json.dumps(figures))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
