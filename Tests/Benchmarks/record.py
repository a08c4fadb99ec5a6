"""How long a leaderboard takes, and the table of Brier and logarithmic scores beside DuckDB's.

The ledger is that of `import`, with an outcome for every question. `report` is run as a process, with
the columns beside the ledger and without, and must give the same bytes each time. The table alone is
timed in a process that runs already: RecordBench opens the file of its columns, checks and adds them
up in each round, DuckDB groups a table of the same columns in a file of its own, which it holds open."""

import os
import statistics
import subprocess
import time

import forecasts

CLIP, DAY = 0.01, "2030-01-01"
QUERY = f"""
    select source, count(*) as forecasts, sum((p - y) * (p - y)) as brier,
           -sum(ln(greatest({CLIP}, least(1 - {CLIP}, case when y = 1 then p else 1 - p end)))) as log
    from score group by source order by source"""


class Ours:
    """The program that keeps running between two tables."""

    def __init__(self, program, ledger):
        self.process = subprocess.Popen([program, ledger], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def ask(self, job):
        self.process.stdin.write(job + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def made(bench):
    """A ledger all of whose questions have an outcome."""
    ledger, table = bench.path("record.db"), bench.path("record.csv")
    if not os.path.exists(ledger):
        forecasts.write(table, bench.options.rows, decided=True)
        bench.run(bench.augury, "init", "--ledger", ledger)
        bench.run(bench.augury, "import", table, "--ledger", ledger)
    return ledger


def forget(ledger):
    for name in ("-columns", "-scores"):
        if os.path.exists(ledger + name):
            os.unlink(ledger + name)


def compare(bench):
    ledger = made(bench)
    rounds = bench.options.rounds or 9
    print(f"record: {bench.options.rows:,} forecasts, {rounds} rounds", flush=True)
    report = [bench.augury, "report", "--grade", "all", "--at", DAY, "--ledger", ledger]

    def cold(_):
        forget(ledger)
        return bench.run(*report)

    def warm(_):
        if not os.path.exists(ledger + "-columns"):
            bench.run(*report)
        return bench.run(*report)

    def answer():
        return subprocess.run([*report, "--format", "json"], env=bench.environment, check=True,
                              capture_output=True).stdout

    runs = bench.alternate(rounds, {"report, from the rows": cold, "report, from the file": warm})
    for name, each in runs.items():
        print(f"  {name:34} {statistics.median(run.wall for run in each):9.2f} ms wall "
              f"{statistics.median(run.cpu for run in each):9.2f} CPU "
              f"{max(run.memory for run in each):6.0f} MB")
    bench.bar("the leaderboard, ms", statistics.median(
        run.wall for run in runs["report, from the file"]), 2000)
    forget(ledger)
    if len({answer() for _ in range(3)}) > 1:
        bench.missed.append("the same bytes on every run")
    table(bench, ledger, rounds)


def table(bench, ledger, rounds):
    try:
        import duckdb
        import numpy
    except ImportError as missing:
        print(f"  SKIP DuckDB: {missing}")
        return
    ours = Ours(bench.build("RecordBench"), ledger)
    ours.ask("table")  # Where there is no file yet it is made.
    ours.ask(f"write {bench.folder}")
    path = bench.path("record.duckdb")
    if os.path.exists(path):
        os.unlink(path)
    given = {"source": numpy.fromfile(bench.path("sources.u16"), numpy.uint16),
             "p": numpy.fromfile(bench.path("probabilities.f64")),
             "y": numpy.fromfile(bench.path("happened.u8"), numpy.uint8)}
    with duckdb.connect(path) as connection:
        connection.execute("create table score as select * from given")
    connection = duckdb.connect(path, read_only=True)
    connection.execute("set threads = 2")
    walls = {"ours": [], "DuckDB": []}
    for number in range(2 * rounds + 1):
        wall, _, is_cached, *mine = map(float, ours.ask("table"))
        start = time.perf_counter()
        columns = connection.execute(QUERY).fetchnumpy()
        theirs = (time.perf_counter() - start) * 1000
        sums = [float(columns[name].sum()) for name in ("forecasts", "brier", "log")]
        if not is_cached or any(abs(a - b) > 1e-9 * b for a, b in zip(mine, sums)):
            raise SystemExit(f"not the same table: {mine} {sums}")
        if number > 0:  # The first round warms up.
            walls["ours"].append(wall)
            walls["DuckDB"].append(theirs)
    ours.close()
    for name, each in walls.items():
        print(f"  the table, {name:23} {statistics.median(each):9.2f} ms wall {min(each):9.2f} least")
    print(f"  over {int(mine[0]):,} scored forecasts of {len(columns['source']):,} sources")
    bench.bar("DuckDB's time / ours", statistics.median(walls["DuckDB"])
              / statistics.median(walls["ours"]), 1, at_most=False)
