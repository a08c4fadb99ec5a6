#!/usr/bin/env python3
"""Lets several watchers at once run over the same midnights: watch_twice.py WATCHERS [jump]

At each midnight something falls due. All watchers start just before it and are told to stop after
it; none is killed, so each must end well, and each notice must be told exactly once, within half a
second of the instant at which it was to be asked. With `jump`, the clock of a watcher that sleeps is
set ahead in the end: within a minute it has noticed."""

import datetime
import shutil
import sys
import tempfile
import time

from watching import *


def stopped(watcher):
    """Tells a watcher to stop, and returns its status."""
    watcher.process.terminate()
    return watcher.process.wait(timeout=40)


def notices_a_jump(watched, noon):
    """Sets the clock of a watcher that sleeps ahead, and returns after how long something was told."""
    before = len(watched.told())
    watcher = Watcher(watched, noon)
    time.sleep(1)
    quiet = len(watched.told()) == before
    watcher.set(noon + datetime.timedelta(days=60))
    start = time.monotonic()
    while len(watched.told()) == before and time.monotonic() < start + 70:
        time.sleep(0.2)
    seconds = time.monotonic() - start
    stopped(watcher)
    return seconds if quiet else None


def main():
    count = int(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="twice")
    watched = Watched(folder)
    watched.ask(6, "2026-01-02")
    watched.run("2026-01-01 12:30:00", "tick")
    statuses = []
    for night in range(8):
        begin = datetime.datetime(2026, 1, 2, 23, 59, 59) + datetime.timedelta(days=night)
        watchers = [Watcher(watched, begin) for _ in range(count)]
        time.sleep(2.5)
        statuses += [stopped(watcher) for watcher in watchers]
    # The first night has no pass before it, and its watchers take in what waited since the start.
    late = [seconds for seconds in watched.lateness() if seconds > 0.5]
    noticed = 0
    if "jump" in sys.argv:
        noticed = notices_a_jump(watched, datetime.datetime(2026, 1, 11, 12))
    recorded, told = watched.recorded(), watched.told()
    bad = []
    if late:
        bad.append(f"decided too late, in seconds: {late[:5]}")
    if noticed is None or noticed > 62:
        bad.append(f"a clock that was set ahead was noticed after {noticed} s")
    if any(statuses):
        bad.append(f"a watcher ended with {statuses} when told to stop")
    if len(set(recorded)) != len(recorded) or not recorded:
        bad.append("a notice is on record twice, or none is")
    if len(told) != len(set(told)) or len(told) != len(recorded):
        bad.append(f"{len(told)} told, {len(set(told))} of them different, {len(recorded)} recorded")
    shutil.rmtree(folder)
    print(json.dumps({"watchers": count, "notices": len(recorded), "told": len(told),
                      "jump_noticed_after_s": noticed, "bad": bad}))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
