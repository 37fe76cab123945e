#!/usr/bin/env python3
"""Runs the examples of vectors/README.md as they are printed; a language that is not installed is skipped and named."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from agreement import DESCRIPTIVE, ECHO, Contract

ROOT = pathlib.Path(__file__).resolve().parents[2]


def example(language):
    """The one block of code in that language."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", (ROOT / "vectors/README.md").read_text("utf-8"), re.M | re.S)
    assert len(blocks) == 1, f"{len(blocks)} examples in {language}"
    return blocks[0]


def run(command, code, ending):
    """Runs code from a file, with the folder above vectors/ as the current one."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, f"example.{ending}")
        path.write_text(code, "utf-8")
        return subprocess.run([*command, path], cwd=ROOT, capture_output=True, text=True, timeout=300)


def cases(path):
    return json.loads((ROOT / "vectors" / path).read_text("utf-8"))["cases"]


def rules_beyond_schemas(contract):
    """The rules that x- keywords state, and those about JSON text."""

    def stated(schema):
        for name, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
            if isinstance(name, str) and name.startswith("x-") and name not in DESCRIPTIVE:
                yield from value if isinstance(value, dict) else [value]
            elif isinstance(value, (dict, list)):
                yield from stated(value)

    return contract.of_text | {ECHO} | {rule for schema in contract.schemas.values() for rule in stated(schema)}


class ReadmeTests(unittest.TestCase):
    def assertSucceeds(self, run):
        self.assertEqual((run.returncode, run.stderr), (0, ""), run.stdout)

    def test_python(self):
        result = run([sys.executable], example("python"), "py")
        self.assertSucceeds(result)
        found = re.findall(r"^(\S+) is not decided by the schema alone: .*?'rule': '([A-Z0-9_.]+)'", result.stdout, re.M)
        self.assertEqual(len(found), len(result.stdout.splitlines()))
        self.assertGreater(len(found), 10)
        self.assertLessEqual({rule for _, rule in found}, rules_beyond_schemas(Contract(ROOT / "vectors")))

    @unittest.skipUnless(shutil.which("node"), "node is not installed")
    def test_javascript(self):
        setting = """
            let calls = 0;
            async function handleWebhook(bytes) { JSON.parse(bytes.toString("utf8")); calls += 1; }
        """
        result = run(["node"], setting + example("js") + "\nconsole.log(calls);\n", "mjs")
        self.assertSucceeds(result)
        accepted = [case for case in cases("webhooks/v1/payment-finished.json") if case["expect"]["verdict"] == "accept"]
        self.assertEqual(int(result.stdout), len(accepted))

    @unittest.skipUnless(shutil.which("php"), "php is not installed")
    def test_php(self):
        setting = """<?php
            $calls = 0;
            function my_encode_start_payout($order) { global $calls; $calls += 1; return json_encode($order); }
        """
        command = ["php", "-d", "zend.assertions=1", "-d", "assert.exception=1", "-d", "display_errors=stderr"]
        result = run(command, setting + example("php") + "\necho $calls;\n", "php")
        self.assertSucceeds(result)
        golden = [case for case in cases("payloads/v1/session-start-payout-request.json") if "golden" in case["tags"]]
        self.assertEqual(int(result.stdout), len(golden))


if __name__ == "__main__":
    unittest.main()
