#!/usr/bin/env python3
"""Builds the parsers with libFuzzer, which comes with the Swift toolchain, and runs them.

    python3 Tests/Fuzzing/run.py [--long] [name ...]

Without names, every parser is given 200,000 made inputs, always the same ones; --long gives each
10,000,000, from a new seed. First three known faults have to be found: a crash, an endless loop and
one that takes memory. The dictionary and the first inputs are the quoted strings of the parser's
sources and tests. The build and the inputs that failed are kept in .build-fuzzing. Exit status 1:
a parser crashed, took more than 10 s or 512 MB on an input, or a fault was not found."""

import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCRATCH = os.path.join(ROOT, ".build-fuzzing")
PROGRAM = os.path.join(SCRATCH, "release", "Fuzzing")
KEPT = os.path.join(SCRATCH, "inputs")
# Optimised, with assertions; the C code below is not what is tried, and is built as fast as can be.
BUILD = ("swift build -c release --sanitize fuzzer --product Fuzzing -Xswiftc -DLIBFUZZER"
         " -Xswiftc -assert-config -Xswiftc Debug -Xcc -O0 --scratch-path").split() + [SCRATCH]
SHORT, LONG = 200_000, 10_000_000


@dataclass
class Parser:
    """What is tried: the length of its inputs, where its words are, and where examples are."""

    name: str
    length: int
    words: list
    examples: list


PARSERS = [
    Parser("chance", 300, ["Sources/Augury/Wording/Chance", "Data/Lexicons"],
           ["Tests/AuguryTests/Wording/Chance"]),
    Parser("horizon", 300, ["Sources/Augury/Wording/Horizon", "Data/Lexicons/HorizonWords.swift",
                            "Data/Lexicons/HolidayRules.swift"],
           ["Tests/AuguryTests/Wording/Horizon"]),
    Parser("reading", 300, ["Sources/Augury/Wording", "Data/Lexicons"],
           ["Tests/AuguryTests/Wording"]),
    Parser("date", 100, ["Sources/Augury/Time"], ["Tests/AuguryTests/Time"]),
    Parser("number", 60, ["Sources/Augury/Forecasts"], ["Tests/AuguryTests/Forecasts"]),
    Parser("json", 400, ["Sources/Augury/Ledger"], ["Tests/AuguryTests/Ledger"]),
    Parser("lexicon", 1200, ["Sources/AuguryFormats/LexiconFileRows.swift"], ["Docs/Wording.md"]),
    Parser("csv", 1200, ["Sources/AuguryFormats/AuguryCSVColumn.swift"],
           ["Docs/Formats.md", "Data/Samples", "Tests/AuguryFormatsTests"]),
    Parser("records", 1200, ["Sources/Augury/Ledger"], ["Docs/Formats.md"]),
    Parser("zone", 3000, [],
           ["Tests/AuguryTests/Time/ZoneRulesTests.swift", "/usr/share/zoneinfo/Europe/Berlin",
            "/usr/share/zoneinfo/Asia/Tokyo"]),
]
# Known faults: the end that each has to have.
CONTROLS = {"crash": "deadly signal", "hang": "timeout", "hoard": "out-of-memory"}


def files(paths):
    """The files under paths, which are relative to the package."""
    for path in (os.path.join(ROOT, path) for path in paths):
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (os.path.join(folder, name) for name in sorted(names))
        elif os.path.exists(path):
            yield path


def strings(path):
    """What a file quotes: literals of Swift, the first cells of a table, blocks of a page."""
    with open(path, "rb") as file:
        content = file.read()
    if path.endswith(".swift"):
        text = content.decode("utf8")
        for block in re.findall(r'"""\n(.*?)"""', text, re.S):
            yield re.sub(r"(?m)^ +|\\\n", "", block).encode("utf8")
        for line in re.findall(r'"((?:[^"\\\n]|\\["nrt\\])*)"', text):
            yield line.replace('\\"', '"').replace("\\n", "\n").encode("utf8")
        # The cases of an enumeration are spelled as the words that they stand for.
        for names in re.findall(r"(?m)^ +case ([a-z`, ]+)$", text):
            yield from re.findall(rb"[a-z]+", names.encode("utf8"))
    elif path.endswith(".tsv"):
        yield from (line.split(b"\t")[0] for line in content.splitlines() if line[:1] != b"#")
    elif path.endswith(".md"):
        yield from re.findall(rb"(?s)```(?:json|csv)\n(.*?)```", content)
    else:
        yield content


def write_dictionary(parser, path):
    """The words of a parser, one an entry, in libFuzzer's form."""
    words = {word for path in files(parser.words) for text in strings(path)
             for word in [text, *text.split(), *(part + b" " for part in text.split())]
             if 0 < len(word) <= 40}
    with open(path, "w") as file:
        for word in sorted(words):
            file.write('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n')


def write_examples(parser, folder):
    texts = {text for path in files(parser.examples) for text in strings(path)
             if 0 < len(text) <= parser.length}
    for number, text in enumerate(sorted(texts)):
        with open(os.path.join(folder, f"{number:05}"), "wb") as file:
            file.write(text)


def fuzz(name, arguments):
    """Runs the program on one parser; its status and what it said."""
    # The runtime's own report of a crash would keep libFuzzer from keeping the input.
    environment = dict(os.environ, AUGURY_FUZZ=name, SWIFT_BACKTRACE="enable=no")
    done = subprocess.run(
        [PROGRAM, f"-artifact_prefix={KEPT}/{name}-", "-print_final_stats=1", *arguments],
        env=environment, capture_output=True, text=True, errors="replace")
    return done.returncode, done.stderr


def control(name):
    """Whether a known fault is found, as what it is, and its input found to do it again."""
    limits = ["-max_len=8", "-timeout=2", "-rss_limit_mb=300"]
    status, said = fuzz(name, ["-seed=1", "-runs=20000000", *limits])
    kept = re.search(r"Test unit written to (\S+)", said)
    if not status or not kept or CONTROLS[name] not in said:
        return False, f"the known fault was not found, status {status}", said
    again, said = fuzz(name, [*limits, kept[1]])
    os.unlink(kept[1])
    return bool(again), "the known fault was found", said


def is_stall(name, limits, kept):
    """Whether an input took long because the machine stood still: alone it is read in time."""
    if not kept or "-timeout-" not in kept[1]:
        return False
    status, _ = fuzz(name, [*limits, kept[1]])
    if not status:
        os.unlink(kept[1])
    return not status


def attempt(parser, runs, seed, folder):
    """Runs one parser; whether it held, a line about it, and the end of what was said."""
    examples = os.path.join(folder, parser.name)
    os.mkdir(examples)
    write_examples(parser, examples)
    write_dictionary(parser, examples + ".dict")
    limits = [f"-max_len={parser.length}", "-timeout=10", "-rss_limit_mb=512"]
    words = [f"-dict={examples}.dict"] if parser.words else []
    start = time.monotonic()
    count = stalls = 0
    while True:
        status, said = fuzz(parser.name, [
            f"-seed={seed + stalls}", f"-runs={runs - count}", *limits, *words, examples])
        done = re.search(r"stat::number_of_executed_units: (\d+)", said)
        count += int(done[1]) if done else 0
        kept = re.search(r"Test unit written to (\S+)", said)
        if count >= runs or stalls > 9 or not is_stall(parser.name, limits, kept):
            break
        stalls += 1
    seconds = time.monotonic() - start
    reached = re.findall(r" cov: (\d+) ", said)
    line = (f"{count:,} runs in {seconds:.0f} s, {count / seconds:,.0f} a second,"
            f" {int(reached[-1]) if reached else 0:,} places reached"
            + (f", the machine stood still {stalls} times" if stalls else ""))
    if status and kept:
        line += (f"\n  again: AUGURY_FUZZ={parser.name} SWIFT_BACKTRACE=enable=no"
                 f" {os.path.relpath(PROGRAM, ROOT)} {os.path.relpath(kept[1], ROOT)}")
    return not status and count >= runs and len(reached) > 1, line, said


def main():
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    flags = {word for word in sys.argv[1:] if word.startswith("-")}
    unknown = (set(names) - {parser.name for parser in PARSERS}) | (flags - {"--long"})
    if unknown:
        print(f"No such parser: {', '.join(sorted(unknown))}. There are: "
              + ", ".join(parser.name for parser in PARSERS), file=sys.stderr)
        return 64
    subprocess.run(BUILD, cwd=ROOT, check=True, stdout=sys.stderr)
    os.makedirs(KEPT, exist_ok=True)
    runs, seed = (LONG, int(time.time())) if flags else (SHORT, 1)
    folder = tempfile.mkdtemp(prefix="augury-fuzzing-")
    failed = 0
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = {pool.submit(control, name): name for name in CONTROLS}
            jobs |= {pool.submit(attempt, parser, runs, seed, folder): parser.name
                     for parser in PARSERS if not names or parser.name in names}
            for job in concurrent.futures.as_completed(jobs):
                holds, line, said = job.result()
                print(f"{'PASS' if holds else 'FAIL'} {jobs[job]}: {line}", flush=True)
                if not holds:
                    failed += 1
                    print("  " + said[-4000:].strip().replace("\n", "\n  "), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"seed {seed}, {len(jobs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
