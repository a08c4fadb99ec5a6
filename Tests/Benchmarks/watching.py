"""How long passes of the scheduler take on many open questions.

Every question is open; a thousandth of them falls due between the two days. WatchBench makes the first
pass, which takes the whole ledger in, then the pass with the due ones, and passes with nothing to do,
each by a connection of its own and a clock that stands. `tick` is timed as a process with nothing
to do and with a calendar to keep, and `due` as a process. There is no peer: the bars are absolute."""

import csv
import datetime
import json
import os
import shutil
import statistics
import subprocess

START, NIGHT = "2026-11-24", datetime.date(2026, 11, 25)


def write(path, rows):
    first = datetime.date(2027, 1, 1)
    with open(path, "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["source", "question", "said_on", "probability", "deadline"])
        for number in range(rows):
            due = NIGHT if number % 1000 == 0 else first + datetime.timedelta(days=number % 3000)
            table.writerow([f"source {number % 50}", f"Claim number {number} comes true",
                            "2026-11-20", "0.4", due])


def made(bench):
    ledger, table = bench.path("watch.db"), bench.path("watch.csv")
    if not os.path.exists(ledger):
        write(table, bench.options.rows)
        bench.run(bench.augury, "init", "--ledger", ledger)
        bench.run(bench.augury, "import", table, "--ledger", ledger)
    return ledger


def compare(bench):
    ledger, rounds = made(bench), bench.options.rounds or 5
    program = bench.build("WatchBench")
    print(f"watch: {bench.options.rows:,} open questions, {rounds} rounds", flush=True)
    passes = {"first": [], "due": [], "idle": []}
    for _ in range(rounds):
        copy = bench.path("pass.db")
        shutil.copy(ledger, copy)
        done = subprocess.run([program, copy, START, "2026-11-26"], check=True,
                              capture_output=True, text=True)
        for line in done.stdout.splitlines():
            one = json.loads(line)
            passes[one["pass"]].append(one)
    for name, each in passes.items():
        times = [one["ms"] for one in each]
        print(f"  {name:<6} {statistics.median(times):10.1f} ms  {min(times):9.1f} to "
              f"{max(times):.1f}  decided {each[-1]['decided']:,}")
    wanted = bench.options.rows // 1000
    if any(one["decided"] < wanted for one in passes["due"]):
        bench.missed.append("the pass with due questions decided too few")
    bench.bar("a pass with 1,000 due, s",
              statistics.median(one["ms"] for one in passes["due"]) / 1000, 1)
    bench.bar("peak memory of all passes, MB",
              max(one["peak_mb"] for each in passes.values() for one in each), 256)
    bench.bar("a pass with nothing to do, ms",
              statistics.median(one["ms"] for one in passes["idle"]), 50)
    bench.run(bench.augury, "tick", "--ledger", ledger)
    idle = [bench.run(bench.augury, "tick", "--ledger", ledger) for _ in range(9)]
    bench.bar("`tick` as a process with nothing to do, ms",
              statistics.median(one.wall for one in idle), 50)
    listed = [bench.run(bench.augury, "due", "--ledger", ledger) for _ in range(9)]
    bench.bar("`due` as a process, ms", statistics.median(one.wall for one in listed), 100)
    bench.run(bench.augury, "channels", "add", "ics", "--file", bench.path("agenda.ics"),
              "--ledger", ledger)
    kept = []
    for number in range(rounds):
        bench.run(bench.augury, "log", f"A new claim {number} comes true", "0.5", "--until",
                  "2099-01-01", "--new", "--ledger", ledger)
        kept.append(bench.run(bench.augury, "tick", "--ledger", ledger))
    print(f"  a pass that writes a calendar anew {statistics.median(one.wall for one in kept):.1f} "
          f"ms, {max(one.memory for one in kept):.0f} MB")
