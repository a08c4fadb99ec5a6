#!/usr/bin/env python3
"""Measures Augury beside its peers in one run, and prints ratios.

    python3 Tests/Benchmarks/run.py [--release PATH] [--rows N] [--rounds N] [--keep FOLDER]
                                    [startup|import|scale|words|reread|record|watch|all]

--release names an installed build; without it, one is built by the command that Docs gives for
installing. Peers: the sqlite3 shell, and taskwarrior where it is installed; for words, dateparser and
Recognizers-Text, which pip gets into a folder of their own; for the record, duckdb and numpy, where
this Python has them. Everything alternates, A B A B; times are
medians of wall time, CPU time stands beside them. Exit status 1: a bar is missed.
--keep uses a folder again, so that `scale` finds the ledger that `import` made.

The bars are for 1,000,000 rows; the files beside this one are what the peers are given."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import forecasts
import record
import reread
import watching
import words

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
INSTALL = ("swift build -c release --static-swift-stdlib"
           " -Xswiftc -static-executable -Xlinker --gc-sections -Xlinker -s"
           " --scratch-path .build-install --product").split()


class Run:
    """One process: its wall and CPU time in milliseconds, its peak memory in MB."""

    def __init__(self, arguments, environment, given=None, folder=None):
        with open(given or os.devnull, "rb") as source, tempfile.TemporaryFile() as words:
            start = time.perf_counter()
            process = subprocess.Popen(arguments, stdin=source, stdout=subprocess.DEVNULL,
                                       stderr=words, env=environment, cwd=folder)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = (time.perf_counter() - start) * 1000
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu = (usage.ru_utime + usage.ru_stime) * 1000
            self.memory = usage.ru_maxrss / 1024
            if process.returncode:
                words.seek(0)
                raise SystemExit(f"{arguments} gives {process.returncode}: "
                                 + words.read().decode("utf8", "replace")[:500])


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = options.keep or tempfile.mkdtemp(prefix="augury-bench-")
        os.makedirs(os.path.join(self.folder, "home"), exist_ok=True)
        self.environment = dict(os.environ, HOME=self.path("home"), LC_ALL="C.UTF-8")
        for name in list(self.environment):
            if name.startswith(("AUGURY_", "XDG_", "TASK")):
                del self.environment[name]
        self.augury = os.path.abspath(options.release) if options.release else self.build()
        self.missed = []

    def build(self, product="augury"):
        subprocess.run([*INSTALL, product], cwd=ROOT, check=True, stdout=sys.stderr)
        return os.path.join(ROOT, ".build-install", "release", product)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, given=None):
        return Run(list(arguments), self.environment, given, self.folder)

    def ask(self, *words):
        """The JSON answer of a command."""
        done = subprocess.run([self.augury, *words, "--format", "json"], env=self.environment,
                              capture_output=True, check=True)
        return json.loads(done.stdout)

    def alternate(self, rounds, commands):
        """Runs each command in turn, so often; the runs of each, by name."""
        runs = {name: [] for name in commands}
        names = list(commands)
        for number in range(rounds + 1):
            # Each round starts with another, so that none always follows the same one.
            first = number % len(names)
            for name in names[first:] + names[:first]:
                one = commands[name](number)
                if number > 0:  # The first round warms up.
                    runs[name].append(one)
        return runs

    def bar(self, text, value, limit, at_most=True):
        """Prints a figure against its bar, and takes note when it misses."""
        holds = value <= limit if at_most else value >= limit
        if not holds:
            self.missed.append(text)
        sign = "at most" if at_most else "at least"
        print(f"  {'ok  ' if holds else 'MISS'} {text}: {value:.2f} ({sign} {limit})", flush=True)


def median(runs, what="wall"):
    return statistics.median(getattr(run, what) for run in runs)


def table(runs):
    print("  load of the machine: " + ", ".join(f"{each:.1f}" for each in os.getloadavg()))
    for name, each in runs.items():
        least = min(run.wall for run in each)
        print(f"  {name:34} {median(each):9.2f} ms wall {least:9.2f} least "
              f"{median(each, 'cpu'):9.2f} CPU")


def startup(bench):
    rounds = bench.options.rounds or 41
    rows = min(50_000, bench.options.rows)
    print(f"startup: a ledger of {rows:,} questions, {rounds} rounds", flush=True)
    bulk, ledger, peer = bench.path("start.csv"), bench.path("start.db"), bench.path("peer.db")
    for path in (ledger, peer):
        if os.path.exists(path):
            os.unlink(path)
    forecasts.write(bulk, rows, rows)
    bench.run(bench.augury, "init", "--ledger", ledger)
    bench.run(bench.augury, "import", bulk, "--ledger", ledger)
    bench.run("sqlite3", peer, given=os.path.join(HERE, "startup_peer.sql"))
    old = bench.ask("list", "--ledger", ledger)["questions"][0]["id"]
    insert = os.path.join(HERE, "startup_peer_insert.sql")

    def log(number, *more):
        return bench.run(bench.augury, "log", "--ledger", ledger, "--by", "Forecaster 7", "-p",
                         "0.5", *more)

    commands = {
        "sqlite3 read + insert": lambda n: bench.run("sqlite3", peer, given=insert),
        "augury log, a new question": lambda n: log(
            n, f"Does benchmark {n} of {os.getpid()} end well?", "--until", "2099-12-31", "--new"),
        "augury log --question": lambda n: log(n, "--question", old),
        "sqlite3 select 1": lambda n: bench.run("sqlite3", ":memory:", "select 1"),
        "augury --version": lambda n: bench.run(bench.augury, "--version"),
    }
    if shutil.which("task"):
        tasks(bench)
        commands["task add"] = lambda n: bench.run(
            "task", f"rc.data.location={bench.path('task')}", "rc.confirmation=0",
            "rc.verbose=nothing", "rc.gc=0", "rc.recurrence=0", "add", f"Benchmark {n} ends well",
            "due:2037-12-31")
    else:
        print("  SKIP task add: no taskwarrior")
    runs = bench.alternate(rounds, commands)
    table(runs)
    peer_wall = median(runs["sqlite3 read + insert"])
    for name in ("augury log, a new question", "augury log --question"):
        bench.bar(f"{name} / sqlite3", median(runs[name]) / peer_wall, 1.3)
        if "task add" in runs:
            bench.bar(f"{name} / task add", median(runs[name]) / median(runs["task add"]), 1.0)
    version = median(runs["augury --version"]) / median(runs["sqlite3 select 1"])
    bench.bar("augury --version / sqlite3 select 1", version, 1.6)


def tasks(bench):
    """An empty list for taskwarrior: the state in which it is quickest."""
    os.makedirs(bench.path("task"), exist_ok=True)
    with open(bench.path("home/.taskrc"), "w") as file:
        file.write(f"data.location={bench.path('task')}\n")


def generated(bench):
    path = bench.path("forecasts.csv")
    count = f"{bench.options.rows}\n"
    mark = bench.path("forecasts.rows")
    if not os.path.exists(mark) or open(mark).read() != count:
        forecasts.write(path, bench.options.rows)
        with open(mark, "w") as file:
            file.write(count)
    return path


def fresh_ledger(bench, name):
    ledger = bench.path(name)
    for path in (ledger, ledger + "-journal"):
        if os.path.exists(path):
            os.unlink(path)
    bench.run(bench.augury, "init", "--ledger", ledger)
    return ledger


def imports(bench):
    rounds = bench.options.rounds or 3
    file = generated(bench)
    rows = bench.options.rows
    print(f"import: {rows:,} rows, {os.path.getsize(file) / rows:.0f} bytes each, {rounds} rounds",
          flush=True)

    def peer(_):
        if os.path.exists(bench.path("import-peer.db")):
            os.unlink(bench.path("import-peer.db"))
        return bench.run("sqlite3", "import-peer.db", given=os.path.join(HERE, "import_peer.sql"))

    def ours(_):
        return bench.run(bench.augury, "import", file, "--ledger", fresh_ledger(bench, "big.db"))

    runs = bench.alternate(rounds, {"sqlite3 .import + 3 indexes": peer, "augury import": ours})
    table(runs)
    speed = {name: rows / median(each) for name, each in runs.items()}
    for name, each in speed.items():
        print(f"  {name:34} {each:9.0f} thousand rows a second")
    ratio = speed["augury import"] / speed["sqlite3 .import + 3 indexes"]
    bench.bar("rows per second / sqlite3's", ratio, 0.5, at_most=False)
    bench.bar("peak memory in MB", max(run.memory for run in runs["augury import"]), 512)
    print(f"  the ledger has {os.path.getsize(bench.path('big.db')) / 1e6:.0f} MB, sqlite3's "
          f"database {os.path.getsize(bench.path('import-peer.db')) / 1e6:.0f} MB")
    waits(bench, file)


def waits(bench, file):
    """What others meet while an import runs on a ledger that has something in it."""
    ledger = fresh_ledger(bench, "waits.db")
    bench.run(bench.augury, "log", "Is it there?", "--by", "Ann", "-p", "0.5", "--until",
              "2099-12-31", "--ledger", ledger)
    done = threading.Event()
    longest, errors = {"reader": [], "writer": []}, []

    def meet(name, command):
        number = 0
        while not done.is_set():
            number += 1
            start = time.perf_counter()
            result = subprocess.run(command(number), env=bench.environment, capture_output=True)
            longest[name].append((time.perf_counter() - start) * 1000)
            if result.returncode:
                errors.append((name, result.stderr.decode()[:200]))
            time.sleep(0.02)

    threads = [
        threading.Thread(target=meet, args=("reader", lambda n: [
            bench.augury, "list", "--limit", "1", "--ledger", ledger])),
        threading.Thread(target=meet, args=("writer", lambda n: [
            bench.augury, "log", f"What becomes of number {n}?", "--by", "Ann", "-p", "0.5",
            "--until", "2099-12-31", "--new", "--ledger", ledger])),
    ]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    run = bench.run(bench.augury, "import", file, "--ledger", ledger)
    done.set()
    for thread in threads:
        thread.join()
    print(f"  with a reader and a writer beside it the import took {run.wall / 1000:.1f} s")
    for name, each in longest.items():
        print(f"  the {name} waited {max(each):.0f} ms at most, {statistics.median(each):.1f} ms in "
              f"the middle, {len(each)} times")
    for name, text in errors[:3]:
        print(f"  the {name} met an error: {text}")
    if errors:
        bench.missed.append("nobody is turned away during an import")
    os.unlink(ledger)


def scale(bench):
    ledger = bench.path("big.db")
    if not os.path.exists(ledger):
        bench.run(bench.augury, "import", generated(bench), "--ledger",
                  fresh_ledger(bench, "big.db"))
    rounds = bench.options.rounds or 7
    size = bench.ask("root", "--ledger", ledger)["size"]
    middle = ["--as-of", f"#{size // 2}"]
    print(f"scale: {size:,} entries, {rounds} rounds", flush=True)
    listed = bench.ask("list", "--ledger", ledger, *middle)["questions"]
    asked = listed[len(listed) // 2]["id"]
    source = bench.ask("sources", "list", "--ledger", ledger)["sources"][0]["id"]
    bars = {
        "list": (["list"], 100), "list --status due": (["list", "--status", "due"], 100),
        "list --status resolved": (["list", "--status", "resolved"], 100),
        "list --status open": (["list", "--status", "open"], 100),
        "list --source": (["list", "--source", source], 100),
        "show a question": (["show", asked], 100), "show a source": (["show", source], 100),
        "search a word": (["search", forecasts.word(77)], 100),
        "search a common word": (["search", "signs"], 100),
        "search two words": (["search", forecasts.word(77) + " " + forecasts.word(5)], 100),
        "report": (["report", "--grade", "all"], 1000),
    }
    commands = {}
    for name, (words, _) in bars.items():
        for label, more in ((name, []), (name + ", as of the middle", middle)):
            line = [bench.augury, words[0], "--ledger", ledger, *words[1:], *more]
            commands[label] = lambda n, line=line: bench.run(*line)
    runs = bench.alternate(rounds, commands)
    table(runs)
    for label, each in runs.items():
        limit = bars[label.split(",")[0]][1]
        bench.bar(f"{label} in ms", median(each), limit)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("part", nargs="?", default="all",
                        choices=["startup", "import", "scale", "words", "reread", "record",
                                 "watch", "all"])
    parser.add_argument("--release", help="an installed build")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, help="how often each is run")
    parser.add_argument("--keep", help="a folder to work in and leave")
    options = parser.parse_args()
    for name in ("sqlite3",):
        if not shutil.which(name):
            print(f"No {name}: install the Debian package {name}.", file=sys.stderr)
            return 64
    bench = Bench(options)
    try:
        for name, part in (("startup", startup), ("import", imports), ("scale", scale),
                           ("words", words.compare),
                           ("reread", reread.compare), ("record", record.compare),
                           ("watch", watching.compare)):
            if options.part in (name, "all"):
                part(bench)
    finally:
        if not options.keep:
            shutil.rmtree(bench.folder, ignore_errors=True)
    print(f"{len(bench.missed)} bars missed" + "".join(f"\n  {each}" for each in bench.missed))
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
