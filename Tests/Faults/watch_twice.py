#!/usr/bin/env python3
"""Lets several watchers at once run over the same midnights: watch_twice.py WATCHERS

At each midnight something falls due. All watchers start just before it and are told to stop after
it; none is killed, so each must end well, and each notice must be told exactly once."""

import datetime
import shutil
import sys
import tempfile
import time

from watching import *


def main():
    count = int(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="twice")
    watched = Watched(folder)
    watched.ask(6, "2026-01-02")
    watched.run("2026-01-01 12:30:00", "tick")
    statuses = []
    for night in range(8):
        begin = datetime.datetime(2026, 1, 2, 23, 59, 59, 400_000) + datetime.timedelta(days=night)
        time_of_day = begin.strftime("%Y-%m-%d %H:%M:%S.%f")
        watchers = [watched.start_watch(time_of_day) for _ in range(count)]
        time.sleep(2)
        for watcher in watchers:
            watcher.terminate()
        statuses += [watcher.wait(timeout=40) for watcher in watchers]
        for watcher in watchers:
            forget_clock(watcher)
    recorded, told = watched.recorded(), watched.told()
    bad = []
    if any(statuses):
        bad.append(f"a watcher ended with {statuses} when told to stop")
    if len(set(recorded)) != len(recorded) or not recorded:
        bad.append("a notice is on record twice, or none is")
    if len(told) != len(set(told)) or len(told) != len(recorded):
        bad.append(f"{len(told)} told, {len(set(told))} of them different, {len(recorded)} recorded")
    shutil.rmtree(folder)
    print(json.dumps({"watchers": count, "notices": len(recorded), "told": len(told), "bad": bad}))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
