"""What the tests of the scheduler share: a ledger with many deadlines, a hook that writes down what it
is told, and the notices on record beside what the simulation says should be there."""

import datetime
import functools
import itertools
import json
import os
import sqlite3
import stat
import struct
import subprocess
import tempfile

from sut import *

numbers = itertools.count()


@functools.cache
def wall_clock_library():
    """The library that moves the wall clock of a process, and leaves alone what it sleeps by."""
    library = os.path.join(tempfile.mkdtemp(prefix="wallclock"), "wallclock.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "wallclock.c")
    subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-o", library, source], check=True)
    return library


class Watcher:
    """A running `augury watch` with a wall clock of its own, at a time of UTC."""

    def __init__(self, watched, start):
        self.clock = os.path.join(watched.folder, f"clock-{next(numbers)}")
        self.set(start)
        environment = dict(watched.environment(), LD_PRELOAD=wall_clock_library(),
                           WALL_CLOCK=self.clock)
        self.process = subprocess.Popen([AUGURY, "watch"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, env=environment)

    def set(self, instant):
        """Moves the clock, also of a watcher that runs."""
        ahead = instant - datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
        with open(self.clock + ".new", "wb") as file:
            file.write(struct.pack("q", ahead // datetime.timedelta(microseconds=1)))
        os.replace(self.clock + ".new", self.clock)


class Watched:
    """A ledger in a folder, with a command as its channel."""

    def __init__(self, folder, zone="UTC", start="2026-01-01 12:00:00"):
        self.folder, self.start = folder, start
        self.heard = os.path.join(folder, "heard.jsonl")
        hook = os.path.join(folder, "hook")
        with open(hook, "w") as file:
            # One write, so that two deliveries at once cannot mix.
            file.write('#!/bin/sh\ntext=$(cat)\nprintf "%s\\n" "$text" >> ' + self.heard + "\n")
        os.chmod(hook, os.stat(hook).st_mode | stat.S_IXUSR)
        self.run(start, "init", "--zone", zone)
        self.run(start, "channels", "add", "command", "--name", "hook", "--", hook)

    def environment(self, zone="UTC"):
        return dict(os.environ, TZ=zone, AUGURY_LEDGER=ledger(self.folder),
                    XDG_STATE_HOME=os.path.join(self.folder, "state"))

    def run(self, time, *words, check=True, zone="UTC"):
        """Runs a command under a clock that starts at a time of a zone."""
        done = subprocess.run(["faketime", "-f", "@" + time, AUGURY, *words],
                              capture_output=True, text=True, env=self.environment(zone))
        if check and done.returncode:
            raise SystemExit(f"{words} at {time}: {done.stderr}")
        return done

    def ask(self, count, first_day, spacing=1):
        """Enters questions whose deadlines follow each other, as one import."""
        day = datetime.date.fromisoformat(first_day)
        path = os.path.join(self.folder, "questions.csv")
        with open(path, "w", newline="") as file:
            write = csv.writer(file)
            write.writerow(HEADER)
            for number in range(count):
                due = day + datetime.timedelta(days=number * spacing)
                write.writerow(["tester", f"Claim {number}", self.start[:10], "0.5", due])
        self.run(self.start, "import", path, "--from", "csv")

    def recorded(self):
        """The notices on record: keys as (question, kind, due), each as often as it stands."""
        with sqlite3.connect(ledger(self.folder)) as base:
            return base.execute("select question, kind, due from notice").fetchall()

    def lateness(self):
        """How long after it was to be asked each notice was decided, in seconds."""
        with sqlite3.connect(ledger(self.folder)) as base:
            return [(decided - asked) / 1e6
                    for decided, asked in base.execute("select decided_at, asked from notice")]

    def expected(self, first, last, now):
        """What the simulation says is asked from one day through another, as keys."""
        done = self.run(now, "simulate", "--from", first, "--to", last, "--format", "json")
        return [each["key"] for each in json.loads(done.stdout)["asks"]]

    def told(self):
        """All keys that the hook was told, in order, with repeats."""
        if not os.path.exists(self.heard):
            return []
        with open(self.heard) as file:
            return [notice["key"] for line in file if line.strip()
                    for notice in json.loads(line)["notices"]]
