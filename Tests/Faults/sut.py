"""How the fault tests call Augury. run.py puts this file in the place of the reference folder's.

Environment: AUGURY is the path of a dynamically linked executable; FAULTIO that of the shim
faultio.so (default: beside this file). With FAULT_CLAIMS=1 `imp` takes the headless two-column
form `claim,probability` and hands it on as Augury CSV; else it hands every file on unchanged.
The names in capitals and the functions are the interface that the shared scripts import."""

import csv
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SUT = "augury"
SO = os.environ.get("FAULTIO") or os.path.join(HERE, "faultio.so")
AUGURY = os.environ.get("AUGURY", "augury")
HEADER = ["source", "question", "said_on", "probability", "deadline"]


def ledger(folder):
    """The path of the ledger that a folder of the tests holds."""
    return os.path.join(folder, "ledger.db")


def augury(folder, *words):
    """The command line of a command on the ledger of a folder."""
    return [AUGURY, words[0], "--ledger", ledger(folder), *words[1:]]


def claims_to_csv(path):
    """Writes a two-column file as Augury CSV beside it; anything odd in it is an error here."""
    target = path + ".augury.csv"
    with open(path, newline="") as given, open(target, "w", newline="") as made:
        writer = csv.writer(made)
        writer.writerow(HEADER)
        for claim, probability in csv.reader(given, strict=True):
            writer.writerow(["tester", claim, "2026-01-01", probability, "2099-12-31"])
    return target


def imported(folder, path):
    if os.environ.get("FAULT_CLAIMS") == "1":
        return augury(folder, "import", claims_to_csv(path), "--from", "csv")
    with open(path, "rb") as file:
        form = "jsonl" if file.read(1) in (b"{", b"[") else "csv"
    return augury(folder, "import", path, "--from", form)


def added(folder, text, probability):
    # The words are given as a quote too: a question that is there already is not written again.
    return augury(
        folder, "log", "--by", "tester", "-p", probability, "--until", "2099-12-31", "--new",
        "--said=" + text, "--format", "json", "--", text)


CMD = dict(
    init=lambda folder: augury(folder, "init"),
    add=added,
    list=lambda folder: augury(folder, "export"),
    verify=lambda folder: augury(folder, "verify"),
    imp=imported,
)


def call(arguments, env=None, timeout=120, preload=False, **more):
    """Runs a command line; one that does not end in time gives the status 124."""
    environment = dict(os.environ, **(env or {}))
    if preload:
        environment["LD_PRELOAD"] = SO
    try:
        return subprocess.run(
            arguments, env=environment, capture_output=True, timeout=timeout,
            stdin=subprocess.DEVNULL, **more)
    except subprocess.TimeoutExpired as expired:
        return subprocess.CompletedProcess(expired.cmd, 124, b"", b"TIMEOUT")


def run(name, *arguments, env=None, timeout=120, preload=False, **more):
    return call(CMD[name](*arguments), env=env, timeout=timeout, preload=preload, **more)


def popen(name, *arguments, **more):
    return subprocess.Popen(
        CMD[name](*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, **more)


def ids(folder):
    """The identifiers of the forecasts in an export, in their order; None when it fails."""
    result = run("list", folder)
    if result.returncode:
        return None
    records = [json.loads(line) for line in result.stdout.splitlines() if line.strip()]
    return [record["body"]["id"] for record in records if record.get("kind") == "forecast"]


def acked(result):
    """The identifier that a finished `add` acknowledged; None when it did not.

    One that was printed counts, also when the process was killed after it."""
    if result.returncode or not result.stdout.strip():
        return None
    try:
        return str(json.loads(result.stdout)["id"])
    except (ValueError, KeyError, TypeError):
        # Part of an answer: whatever it names is held to be promised.
        return result.stdout.strip().decode("utf8", "replace").splitlines()[-1]


def signalled(result):
    """Whether a trap or a signal ended the process."""
    return result.returncode < 0 or result.returncode in (132, 133, 134, 135, 136, 139)


def summary(name, **figures):
    print(json.dumps(dict(test=name, sut=SUT, **figures)))
    return figures


def faulted(count_file):
    """How many operations the shim counted, and whether its fault fired."""
    try:
        with open(count_file) as file:
            count, fired = file.read().split()
        return int(count), fired == "1"
    except (OSError, ValueError):
        return 0, False
