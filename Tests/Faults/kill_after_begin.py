#!/usr/bin/env python3
"""Kills `augury log` with SIGKILL between BEGIN IMMEDIATE and the end of COMMIT.

    kill_after_begin.py [kills=1000]

Four kills in ten land exactly before the n-th write, sync, unlink or creation of a file, for every
n in turn (the shim's doing); four in ten some microseconds after the journal appeared; two in ten
at any time. A journal left behind proves that the transaction had begun and had not ended.
Each restart must verify; nothing acknowledged may be missing, and all or nothing of the entry that
was being written may be there."""

import random
import shutil
import signal
import tempfile
import time

from sut import *

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
# A fresh ledger now and then keeps the restarts quick.
PER_LEDGER = 100
chance = random.Random(int(os.environ.get("SEED", 11)))


class Trial:
    """One ledger that writers are killed on."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="kill")
        run("init", self.folder)
        self.promised = []
        self.size = 0
        self.add(popen("add", self.folder, "the first", "0.5"))

    def add(self, process):
        output = process.communicate()[0]
        if output.strip():
            self.promised.append(acked(subprocess.CompletedProcess([], 0, output, b"")))
        return process.returncode == -signal.SIGKILL

    def journal(self):
        """Whether a journal with content stands beside the ledger."""
        try:
            return os.path.getsize(ledger(self.folder) + "-journal") > 0
        except OSError:
            return False

    def wrong(self):
        """What a restart finds wrong."""
        checked = run("verify", self.folder)
        have = ids(self.folder)
        if checked.returncode or have is None:
            return "does not verify: " + (checked.stdout + checked.stderr).decode()[:200]
        lost = [each for each in self.promised if each not in set(have)]
        if lost:
            return f"lost {lost}"
        return None

    def close(self):
        shutil.rmtree(self.folder)


def text(number):
    return f"prediction {number} " + "x" * chance.randrange(3000)


def at_operation(trial, number, nth):
    """Kills before the n-th operation; returns whether it was killed."""
    environment = dict(
        os.environ, LD_PRELOAD=SO, FAULT_PATH=trial.folder + "/", FAULT_NTH=str(nth),
        FAULT_MODE="kill" if chance.random() < 0.7 else "torn")
    return trial.add(popen("add", trial.folder, text(number), "0.4", env=environment))


def after_journal(trial, number):
    """Kills a little while after the journal appeared."""
    process = popen("add", trial.folder, text(number), "0.4")
    path = ledger(trial.folder) + "-journal"
    while process.poll() is None and not os.path.exists(path):
        pass
    until = time.perf_counter() + chance.random() ** 2 * 0.006
    while time.perf_counter() < until:
        pass
    process.send_signal(signal.SIGKILL)
    return trial.add(process)


def at_any_time(trial, number, span):
    process = popen("add", trial.folder, text(number), "0.4")
    time.sleep(chance.random() * span * 1.2)
    process.send_signal(signal.SIGKILL)
    return trial.add(process)


def main():
    trial = Trial()
    start = time.time()
    run("add", trial.folder, "to measure", "0.5")
    span = time.time() - start
    counts = dict(at_operation=0, after_journal=0, at_any_time=0)
    kills = after_begin = attempts = last = 0
    nth, wrong = 1, []
    while kills < KILLS and attempts < KILLS * 5:
        attempts += 1
        way = ["at_operation", "after_journal"][attempts % 2] if attempts % 5 else "at_any_time"
        if way == "at_operation":
            killed = at_operation(trial, attempts, nth)
            # The range ends where no operation was left to be killed at.
            nth, last = (nth + 1, max(last, nth)) if killed else (1, last)
        elif way == "after_journal":
            killed = after_journal(trial, attempts)
        else:
            killed = at_any_time(trial, attempts, span)
        if not killed:
            continue
        kills += 1
        counts[way] += 1
        # Every operation of the shim on the ledger's folder lies after BEGIN IMMEDIATE.
        after_begin += way == "at_operation" or trial.journal()
        problem = trial.wrong()
        if problem:
            wrong.append((attempts, way, problem))
        if kills % PER_LEDGER == 0:
            trial.close()
            trial = Trial()
    trial.close()
    for each in wrong[:20]:
        print("BAD", each)
    summary("kill_after_begin", n=KILLS, kills=kills, after_begin=after_begin,
            operations=last, bad=len(wrong), **counts)
    return 1 if wrong or last == 0 else 0


sys.exit(main())
