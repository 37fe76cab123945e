#!/usr/bin/env python3
"""Proves that agreement.py bites: each altered copy of the schemas must be found out by the case that is named."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
VECTORS = HERE.parents[1] / "vectors"


class AgreementTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vectors-"))
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(VECTORS, self.folder / "vectors")

    def run_script(self):
        command = [sys.executable, HERE / "agreement.py", "--vectors", self.folder / "vectors"]
        return subprocess.run(command, capture_output=True, text=True, timeout=300)

    def alter(self, path, old, new):
        file = self.folder / "vectors" / path
        text = file.read_text("utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new, 1), "utf-8")

    def test_the_vectors_as_they_are(self):
        run = self.run_script()
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_altered_schemas(self):
        for path, old, new, case in [
            ("common/amount-details", '"minimum": 1,', '"minimum": 0,', "start-payout.request.amount-zero"),
            ("common/amount-details", '"type": "integer"', '"type": ["integer", "string"]', "request.amount-string"),
            ("common/amount-details", '"amount",\n    "currency"', '"currency"', "amount-missing"),
            ("common/card-number", "{14,19}", "{13,19}", "bank-card-13-digits"),
            ("common/currency", ')$"', ')"', "currency-line-feed"),
            ("v1/session-confirm-request", '"not": {}', '"not": false', "session-id-twice-named"),
            ("v1/session-confirm-request", '"session_id"', '"session"', "session-confirm.request.sdk"),
        ]:
            with self.subTest(path=path, new=new):
                file = f"schemas/{path}.json"
                self.alter(file, old, new)
                run = self.run_script()
                shutil.copy(VECTORS / file, self.folder / "vectors" / file)
                self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
                self.assertIn(case, run.stdout)

    def test_a_rule_that_hides_cases(self):
        # Were every rule one about text, nothing would be judged, and nothing could disagree.
        rules = self.folder / "vectors/rules.json"
        rules.write_text(rules.read_text("utf-8").replace('"applies_to": [', '"applies_to": [\n        "text",'), "utf-8")
        run = self.run_script()
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        self.assertIn("too few", run.stdout)

    def test_no_vectors(self):
        shutil.rmtree(self.folder / "vectors/payloads")
        shutil.rmtree(self.folder / "vectors/webhooks")
        self.assertEqual(self.run_script().returncode, 1)


if __name__ == "__main__":
    unittest.main()
