#!/usr/bin/env python3
"""Lets `payoutkit diff` compare each labelled pair of schemas, with every message that it generates by itself.

Usage: labelled-pairs.py PAYOUTKIT
"""
import json
import pathlib
import subprocess
import sys
import tempfile

PAIRS = pathlib.Path(__file__).parents[1] / "PayoutRegressionTests" / "Diff" / "pairs.ndjson"


def found(kit, folder, pair):
    for side in ("old", "new"):
        (folder / f"{side}.json").write_text(json.dumps(pair[side]), encoding="utf-8")
    command = [kit, "diff", "--format", "json", "--direction", pair["direction"], folder / "old.json", folder / "new.json"]
    answer = subprocess.run(command, capture_output=True, timeout=60)
    return json.loads(answer.stdout)["changes"]


def faults(pair, changes):
    labels = sorted((change["kind"], change["class"]) for change in pair["changes"])
    if sorted((change["kind"], change["class"]) for change in changes) != labels:
        yield f"is {[(change['kind'], change['class']) for change in changes]}, labelled {labels}"
    for change in changes:
        if change["class"] in ("breaking", "risky") and "witness" not in change:
            yield f"{change['kind']} has no witness"
        if change["class"] == "compatible" and change.get("survived", 0) < 1000:
            yield f"{change['kind']} survived {change.get('survived', 0)} messages"


def main():
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for pair in pairs:
            for fault in faults(pair, found(sys.argv[1], pathlib.Path(folder), pair)):
                wrong += 1
                print(f"{pair['id']}: {fault}")
    print(f"{len(pairs)} labelled pairs, {wrong} faults")
    return 1 if wrong or not pairs else 0


if __name__ == "__main__":
    sys.exit(main())
