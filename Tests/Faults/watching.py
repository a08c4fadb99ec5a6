"""What the tests of the scheduler share: a ledger with many deadlines, a hook that writes down what it
is told, and the notices on record beside what the simulation says should be there."""

import functools
import json
import os
import sqlite3
import stat
import subprocess

from sut import *


@functools.cache
def faketime_library():
    """The library that `faketime` loads, as it says itself."""
    said = subprocess.run(["faketime", "-f", "@2026-01-01 00:00:00", "printenv", "LD_PRELOAD"],
                          capture_output=True, text=True, check=True)
    return said.stdout.strip()


def forget_clock(process):
    """Removes what the library keeps for a process that was killed: its number comes again."""
    for name in (f"faketime_shm_{process.pid}", f"sem.faketime_sem_{process.pid}"):
        path = os.path.join("/dev/shm", name)
        if os.path.exists(path):
            os.unlink(path)


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

    def start_watch(self, time):
        """Starts a watcher under a clock that starts at a time; signals reach the watcher itself.

        The command `faketime` would stay as its parent, so its library is loaded without it: first
        by `env`, since the process that sets the clock up does not see its own arguments."""
        environment = dict(self.environment(), LD_PRELOAD=faketime_library(), FAKETIME="@" + time)
        return subprocess.Popen(["env", AUGURY, "watch"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env=environment)

    def ask(self, count, first_day, spacing=1):
        """Enters questions whose deadlines follow each other, as one import."""
        import datetime
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
