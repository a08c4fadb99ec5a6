#!/usr/bin/env python3
"""Kills `augury watch` around the instants at which notices come due: watch_kills.py N

Each life of the watcher begins just before a midnight at which a deadline passes, and is killed about
the time at which it wakes for it. In the end each notice that the simulation names must be on record
exactly once, and must have been told at least once, under its key; and many must have been decided
by a watcher that woke for them, and not by one that began later."""

import datetime
import random
import shutil
import signal
import sys
import tempfile
import time

from watching import *


def main():
    count = int(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="watch")
    watched = Watched(folder)
    nights = max(count // 4, 5)
    watched.ask(nights, "2026-01-02")
    watched.run("2026-01-01 12:30:00", "tick")
    dice, killed, early = random.Random(5), 0, 0
    first = datetime.datetime(2026, 1, 3)
    for life in range(count):
        midnight = first + datetime.timedelta(days=life * nights // count)
        before = dice.uniform(0.3, 0.6)
        watcher = Watcher(watched, midnight - datetime.timedelta(seconds=before))
        # Half of them in the moments in which a notice is decided, told and marked as told.
        time.sleep(before + (dice.uniform(-0.1, 0.25) if life % 2 else dice.uniform(0, 0.06)))
        early += watcher.process.poll() is not None
        watcher.process.send_signal(signal.SIGKILL)
        watcher.process.wait()
        killed += watcher.process.returncode == -signal.SIGKILL
    end = (first + datetime.timedelta(days=nights + 1)).strftime("%Y-%m-%d")
    watched.run(end + " 12:00:00", "tick")
    expected = watched.expected("2026-01-01", end, end + " 12:00:01")
    expected = [key for key in expected if key.split("/")[2] <= end + "T12:00:00Z"]
    recorded, told = watched.recorded(), watched.told()
    bad = []
    woken = sum(0 <= late < 0.3 for late in watched.lateness())
    if woken < nights // 4:
        bad.append(f"only {woken} notices were decided when they came due")
    if len(set(recorded)) != len(recorded):
        bad.append("a notice is on record twice")
    if len(recorded) != len(set(expected)):
        bad.append(f"{len(recorded)} notices on record, {len(set(expected))} expected")
    if set(told) != set(expected):
        bad.append(f"never told: {sorted(set(expected) - set(told))[:3]}, "
                   f"made up: {sorted(set(told) - set(expected))[:3]}")
    if call(augury(folder, "verify")).returncode:
        bad.append("verify fails")
    shutil.rmtree(folder)
    print(json.dumps({"n": count, "killed": killed, "ended_early": early, "notices": len(recorded),
                      "woken_for": woken,
                      "told": len(told), "told_again": len(told) - len(set(told)), "bad": bad}))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
