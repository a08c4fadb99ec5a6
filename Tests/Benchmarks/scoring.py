#!/usr/bin/env python3
"""Measures ForecastScoring beside its peers in one run, and prints ratios.

    python3 Tests/Benchmarks/scoring.py [--bench PATH] [--rows N] [--rounds N]

Peers: numpy, duckdb with two threads, and scikit-learn, from PyPI. --bench names a built ScoringBench;
without it, one is built for release. All of them work on the same columns, made here from a seed, in
memory; reading them in is not measured. Everything alternates; figures are medians of wall time. The
library runs on one thread. Each figure is also compared with its peer's: who computes something else is
no peer. Exit status 1: a bar is missed.

The bars are for 10,000,000 rows, 1,000 sources and 50,000 questions."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import duckdb
    import numpy
    from sklearn.isotonic import IsotonicRegression
except ImportError as missing:
    sys.exit(f"{missing}: install numpy, duckdb and scikit-learn.")

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = "swift build -c release --product ScoringBench".split()
SOURCES, QUESTIONS, RESAMPLES, CLIP = 1000, 50_000, 1000, 1e-4


class Columns:
    """The forecasts that everyone is given."""

    def __init__(self, rows):
        random = numpy.random.default_rng(20261123)
        self.p = random.random(rows)
        self.grid = numpy.rint(self.p * 10_000) / 10_000
        self.y = (random.random(rows) < 0.1 + 0.8 * self.p).astype(numpy.uint8)
        self.source = random.integers(0, SOURCES, rows).astype(numpy.uint16)
        self.question = random.integers(0, QUESTIONS, rows).astype(numpy.uint32)

    def write(self, folder):
        for name, column in (("probabilities.f64", self.p), ("happened.u8", self.y),
                             ("sources.u16", self.source), ("questions.u32", self.question)):
            column.tofile(os.path.join(folder, name))


class Ours:
    """The library, in a process that keeps the columns in memory."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def run(self, job):
        """Wall time in milliseconds, and figures."""
        self.process.stdin.write(job + "\n")
        self.process.stdin.flush()
        wall, _, *figures = map(float, self.process.stdout.readline().split())
        return wall, figures

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(work):
    start = time.perf_counter()
    figures = work()
    return (time.perf_counter() - start) * 1000, figures


def numpy_scores(columns, p):
    """Mean Brier and logarithmic score of each source; of all and of the first the figures."""
    def work():
        error = p - columns.y
        brier = numpy.bincount(columns.source, error * error, SOURCES)
        chance = numpy.clip(numpy.where(columns.y, p, 1 - p), CLIP, 1 - CLIP)
        log = -numpy.bincount(columns.source, numpy.log(chance), SOURCES)
        count = numpy.bincount(columns.source, minlength=SOURCES)
        return [brier.sum() / len(p), log.sum() / len(p), brier[0] / count[0], log[0] / count[0]]
    return lambda: timed(work)


def duckdb_scores(connection, name):
    query = f"""
        select source, count(*), sum((p - y) * (p - y)),
               -sum(ln(greatest({CLIP}, least(1 - {CLIP}, case when y = 1 then p else 1 - p end))))
        from {name} group by source order by source"""

    def work():
        _, count, brier, log = connection.execute(query).fetchnumpy().values()
        rows = count.sum()
        return [brier.sum() / rows, log.sum() / rows, brier[0] / count[0], log[0] / count[0]]
    return lambda: timed(work)


def sklearn_curve(columns):
    outcome = columns.y.astype(float)

    def work():
        curve = IsotonicRegression().fit(columns.p, outcome)
        levels = numpy.unique(curve.y_thresholds_)
        return [float(len(levels))]
    return lambda: timed(work)


def numpy_bootstrap(columns):
    error = columns.p - columns.y
    sums = numpy.bincount(columns.question, error * error)
    counts = numpy.bincount(columns.question).astype(float)
    random = numpy.random.default_rng(1)

    def work():
        means = numpy.empty(RESAMPLES)
        for place in range(RESAMPLES):
            drawn = random.integers(0, len(sums), len(sums))
            means[place] = sums[drawn].sum() / counts[drawn].sum()
        return list(numpy.quantile(means, [0.05, 0.95]))
    return lambda: timed(work)


def database(columns):
    """Both tables in duckdb's memory."""
    connection = duckdb.connect()
    connection.execute("set threads = 2")
    for name, p in (("doubles", columns.p), ("grid", columns.grid)):
        given = {"p": p, "y": columns.y, "source": columns.source}
        connection.execute(f"create table {name} as select * from given")
    return connection


def measure(jobs, rounds):
    """Runs all jobs in turn, so often; of each the wall times, and its last figures."""
    walls, figures = {name: [] for name in jobs}, {}
    names = list(jobs)
    for number in range(rounds + 1):
        # Each round starts with another, so that none always follows the same one.
        first = number % len(names)
        for name in names[first:] + names[:first]:
            wall, figures[name] = jobs[name]()
            if number > 0:  # The first round warms up.
                walls[name].append(wall)
    return walls, figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", help="a built ScoringBench")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    if not options.bench:
        subprocess.run(BUILD, cwd=ROOT, check=True, stdout=sys.stderr)
        options.bench = os.path.join(ROOT, ".build", "release", "ScoringBench")
    columns = Columns(options.rows)
    with tempfile.TemporaryDirectory(prefix="augury-scoring-") as folder:
        columns.write(folder)
        ours = Ours(options.bench, folder)
        ours.run("ready")
    connection = database(columns)
    jobs = {
        "grid: ours": lambda: ours.run("grid"),
        "grid: numpy": numpy_scores(columns, columns.grid),
        "grid: duckdb": duckdb_scores(connection, "grid"),
        "doubles: ours": lambda: ours.run("doubles"),
        "doubles: numpy": numpy_scores(columns, columns.p),
        "doubles: duckdb": duckdb_scores(connection, "doubles"),
        "isotonic: ours": lambda: ours.run("isotonic"),
        "isotonic: scikit-learn": sklearn_curve(columns),
        "bootstrap: ours": lambda: ours.run("bootstrap"),
        "bootstrap: numpy": numpy_bootstrap(columns),
    }
    print(f"{options.rows:,} rows, {options.rounds} rounds, load of the machine "
          + ", ".join(f"{each:.1f}" for each in os.getloadavg()), flush=True)
    walls, figures = measure(jobs, options.rounds)
    ours.close()
    for name, each in walls.items():
        print(f"  {name:24} {statistics.median(each):9.1f} ms {min(each):9.1f} least  "
              + " ".join(f"{figure:.9g}" for figure in figures[name]))
    return verdict(walls, figures)


def verdict(walls, figures):
    """Compares with the bars; 1 when one is missed."""
    bars = [("grid", "numpy", 12, 1e-9), ("grid", "duckdb", 8, 1e-9),
            ("doubles", "duckdb", 1.5, 1e-9), ("isotonic", "scikit-learn", 15, 0.5),
            ("bootstrap", "numpy", 8, 5e-5)]
    missed = 0
    for job, peer, least, tolerance in bars:
        ratio = (statistics.median(walls[f"{job}: {peer}"])
                 / statistics.median(walls[f"{job}: ours"]))
        pairs = zip(figures[f"{job}: ours"], figures[f"{job}: {peer}"])
        agree = all(abs(one - other) <= tolerance for one, other in pairs)
        missed += ratio < least or not agree
        print(f"  {'ok  ' if ratio >= least and agree else 'MISS'} {job}, {peer}'s time / ours: "
              f"{ratio:.1f} (at least {least})" + ("" if agree else ", and the figures differ"))
    print(f"{missed} bars missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
