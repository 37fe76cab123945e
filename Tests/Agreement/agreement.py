#!/usr/bin/env python3
"""Holds the vectors against a foreign validator: the Python package jsonschema.

    agreement.py [--vectors DIR]

A case is judged when the schemas alone decide it. An accepted body must be valid; a refused one must fail at a keyword of
the rule that the case names. Not judged, by what the files themselves say: cases whose rule speaks about JSON text
(`applies_to` in rules.json), and cases whose rule stands at their place as an x- keyword, which no foreign validator knows.

Exit status: 0 both agree on every judged case, 1 they do not or too few were judged, 2 wrong usage.
"""

import argparse
import base64
import json
import pathlib
import re
import sys
from decimal import Decimal

from jsonschema import Draft202012Validator, validators
from referencing import Registry, Resource

# With a smaller share judged, the exceptions would decide what is compared.
LEAST_SHARE = 0.85
# x- keywords that state no rule; the value of every other one names its rule, but for x-echo, whose rule is always the same.
DESCRIPTIVE = {"x-rules", "x-should", "x-instead", "x-sensitive", "x-echo"}
ECHO = "SESSION.ECHO"


def is_integer(_, value):
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return isinstance(value, int) and not isinstance(value, bool)


# What an x- keyword leaves to the standard keywords beside it stays judged: "10000" fails by its type, 10000.0 does not.
REACH = {
    "x-integer-literal": lambda value: is_integer(None, value),
    "x-calendar-date": lambda value: isinstance(value, str) and re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}", value),
}
ExactValidator = validators.extend(
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", is_integer),
)


def parse(text):
    """JSON with exact numbers; duplicate names are a matter of the cases about text."""
    return json.loads(text, parse_float=Decimal)


def schema_uri(file):
    """The schema of the message that the head of a case file names."""
    name = re.sub("[/_]", "-", file["message"])
    name = f"webhook-{name}" if file["direction"] == "webhook" else f"{name}-{file['direction']}"
    return f"urn:bank131:payout:{file['api']}:{name}"


def with_python_patterns(schema):
    """A copy in which $ means the end alone: in Python it matches before a last line feed too."""
    if isinstance(schema, list):
        return [with_python_patterns(element) for element in schema]
    if not isinstance(schema, dict):
        return schema
    copy = {name: with_python_patterns(value) for name, value in schema.items()}
    if isinstance(copy.get("pattern"), str):
        token = r"\\.|\[(?:\\.|[^\]])*\]|\$"
        copy["pattern"] = re.sub(token, lambda m: r"\Z" if m[0] == "$" else m[0], copy["pattern"])
    return copy


class Contract:
    def __init__(self, folder):
        paths = sorted((folder / "schemas").rglob("*.json"))
        schemas = [with_python_patterns(parse(path.read_text("utf-8"))) for path in paths]
        self.schemas = {schema["$id"]: schema for schema in schemas}
        self.registry = Registry().with_resources((uri, Resource.from_contents(s)) for uri, s in self.schemas.items())
        rules = parse((folder / "rules.json").read_text("utf-8"))["rules"]
        self.of_text = {rule["id"] for rule in rules if "text" in rule["applies_to"]}
        self.of_keyword = {keyword: rule["id"] for rule in rules for keyword in rule.get("keywords", [])}

    def annotations(self, schema, value, pointer=""):
        """Each x- keyword that states a rule, where `$ref`, `properties`, `items` and `allOf` lead."""
        for keyword, rule in schema.items():
            if keyword.startswith("x-") and keyword not in DESCRIPTIVE and REACH.get(keyword, lambda _: True)(value):
                yield from ((pointer, name) for name in (rule if isinstance(rule, dict) else [rule]))
        if "x-echo" in schema:
            yield pointer, ECHO
        if "$ref" in schema:
            yield from self.annotations(self.schemas[schema["$ref"]], value, pointer)
        for branch in schema.get("allOf", []):
            yield from self.annotations(branch, value, pointer)
        if isinstance(value, dict):
            for name, member in schema.get("properties", {}).items():
                if name in value and isinstance(member, dict):
                    yield from self.annotations(member, value[name], f"{pointer}/{name}")
        if isinstance(value, list) and isinstance(schema.get("items"), dict):
            for position, element in enumerate(value):
                yield from self.annotations(schema["items"], element, f"{pointer}/{position}")

    def broken_rules(self, errors):
        """The rules of all failing keywords, inside of choices too."""
        for error in errors:
            stated = error.schema.get("x-rules", {}) if isinstance(error.schema, dict) else {}
            yield stated.get(error.validator) or self.of_keyword.get(error.validator)
            yield from self.broken_rules(error.context)

    def judge(self, file, case):
        """None when both agree, "" when the schemas alone don't decide, else what they disagree in."""
        expect = case["expect"]
        rule = expect.get("rule")
        if rule in self.of_text:
            return ""
        uri = schema_uri(file)
        value = parse(case["body"] if "body" in case else base64.b64decode(case["body_base64"]))
        broken = set(self.broken_rules(ExactValidator({"$ref": uri}, registry=self.registry).iter_errors(value)))
        if expect["verdict"] == "accept":
            return f"jsonschema refuses it by {', '.join(map(str, broken))}" if broken else None
        if (expect["pointer"], rule) in self.annotations(self.schemas[uri], value):
            return ""
        if rule not in broken:
            return f"jsonschema misses {rule} at '{expect['pointer']}' and finds {', '.join(map(str, broken)) or 'nothing'}"
        return None


def main():
    parser = argparse.ArgumentParser(description="Holds the vectors against the Python package jsonschema.")
    here = pathlib.Path(__file__).resolve().parents[2] / "vectors"
    parser.add_argument("--vectors", type=pathlib.Path, default=here, metavar="DIR", help="the folder of the vectors")
    folder = parser.parse_args().vectors
    contract = Contract(folder)
    outcomes = []
    for path in sorted([*(folder / "payloads").rglob("*.json"), *(folder / "webhooks").rglob("*.json")]):
        file = parse(path.read_text("utf-8"))
        for case in file["cases"]:
            outcomes.append(contract.judge(file, case))
            if outcomes[-1]:
                print(f"{case['id']}: {outcomes[-1]}")
    left = outcomes.count("")
    wrong = len(outcomes) - left - outcomes.count(None)
    print(f"{len(outcomes) - left} of {len(outcomes)} cases judged by jsonschema, {left} not judged, {wrong} disagreements")
    is_enough = len(outcomes) - left > LEAST_SHARE * len(outcomes)
    if not is_enough:
        print(f"too few: more than {LEAST_SHARE:.0%} of the cases have to be judged")
    return 0 if is_enough and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
