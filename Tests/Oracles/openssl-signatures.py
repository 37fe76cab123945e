#!/usr/bin/env python3
"""Asks the openssl program for a second opinion on every case of vectors/signatures.

Nothing of the kit takes part: this script reads the files itself, and openssl computes. For each case it compares

* the SHA-256 of the body and its DigestInfo with what the case says,
* in a case that signs, the signature that `openssl dgst -sha256 -sign` makes,
* in any case, the verdict of `openssl dgst -sha256 -verify`.

Two rules are decided here, because openssl does not know them: whether the header value is one line of standard Base64
(SIG.PRESENT, SIG.BASE64; hexadecimal digits and Base64 of Base64 are none), and whether the signature is as long as the modulus (SIG.LENGTH). openssl reads of an over-long
file only as many bytes as the modulus has, so for a wrong length its own verdict is not asked for.

Usage: openssl-signatures.py [VECTORS]    Exit: 0 no disagreement, 1 some, 2 the check could not be made.
"""

import base64
import concurrent.futures
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile

DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
LEAST_COUNT = 250


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)


def body_of(case):
    if "body" in case:
        return case["body"].encode("utf-8")
    if "body_base64" in case:
        return base64.b64decode(case["body_base64"], validate=True)
    recipe = case["body_repeat"]
    unit = recipe["text"].encode("utf-8") if "text" in recipe else base64.b64decode(recipe["base64"], validate=True)
    before, behind = (recipe.get(name, "").encode("utf-8") for name in ("before", "behind"))
    return before + unit * recipe["count"] + behind


def signature_of(value):
    """The bytes of a header value, or None when it is not one line of standard Base64."""
    try:
        decoded = base64.b64decode(value.encode("ascii"), validate=True)
    except ValueError:
        return None
    return decoded if base64.b64encode(decoded).decode("ascii") == value else None


def is_other_encoding(value, decoded, length):
    """Whether a value is Base64 by chance only: hexadecimal digits, or the Base64 of the Base64 of a signature."""
    return all(digit in "0123456789abcdefABCDEF" for digit in value) or len(signature_of(decoded.decode("latin-1")) or b"") == length


def modulus_length(key):
    answer = openssl("pkey", "-in", key, *(["-pubin"] if key.endswith(".pub.pem") else []), "-noout", "-text")
    # "Private-Key: (2048 bit, 2 primes)", "Public-Key: (2048 bit)"
    return int(answer.stdout.split(b"(", 1)[1].split(b" ", 1)[0]) // 8


def broken_rules(case, body_file, key, length, folder):
    """The rules that may be named for the signature, by this script and openssl; empty when it is right."""
    if case["signature"] == "":
        return ["SIG.PRESENT"]
    signature = signature_of(case["signature"])
    if signature is None:
        return ["SIG.BASE64"]
    if len(signature) != length:
        return ["SIG.BASE64"] if is_other_encoding(case["signature"], signature, length) else ["SIG.LENGTH"]
    path = os.path.join(folder, case["id"] + ".signature")
    with open(path, "wb") as file:
        file.write(signature)
    option = "-prverify" if case["operation"] == "sign" else "-verify"
    answer = openssl("dgst", "-sha256", option, key, "-signature", path, body_file)
    if (answer.returncode == 0) != (answer.stdout.strip() == b"Verified OK"):
        raise RuntimeError(f"openssl contradicts itself: {answer}")
    return [] if answer.returncode == 0 else ["SIG.BYTES", "SIG.KEY"]


def disagreements(case, vectors, lengths, folder):
    body = body_of(case)
    body_file = os.path.join(folder, case["id"] + ".body")
    with open(body_file, "wb") as file:
        file.write(body)
    key = os.path.join(vectors, case["key"])
    digest = hashlib.sha256(body)
    if case["sha256"] != digest.hexdigest():
        yield f"the SHA-256 of the body is {digest.hexdigest()}"
    if case["digest_info"] != (DIGEST_INFO + digest.digest()).hex():
        yield "the DigestInfo is another"
    if case["operation"] == "sign":
        made = openssl("dgst", "-sha256", "-sign", key, body_file).stdout
        if base64.b64encode(made).decode("ascii") != case["signature"] or made.hex() != case["signature_hex"]:
            yield "openssl makes another signature"
    expected = case["expect"].get("rule")
    found = broken_rules(case, body_file, key, lengths[case["key"]], folder)
    if (expected not in found) if expected else found:
        yield f"the case expects {expected or 'a right signature'}, the oracle finds {' or '.join(found) or 'it right'}"


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    vectors = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "..", "vectors")
    cases = []
    for path in sorted(glob.glob(os.path.join(vectors, "signatures", "*.json"))):
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
        if content["count"] != len(content["cases"]):
            print(f"{path}: counts {content['count']} cases and has {len(content['cases'])}")
            return 2
        cases += content["cases"]
    if len(cases) < LEAST_COUNT:
        print(f"only {len(cases)} cases were found under {vectors}")
        return 2
    lengths = {key: modulus_length(os.path.join(vectors, key)) for key in sorted({case["key"] for case in cases})}
    count = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda case: (case["id"], list(disagreements(case, vectors, lengths, folder))), cases)
        for name, found in answers:
            for sentence in found:
                print(f"{name}: {sentence}")
                count += 1
    version = openssl("version").stdout.decode().strip()
    print(f"{version}: {len(cases)} cases, {count} disagreements")
    return 1 if count else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, KeyError, IndexError, ValueError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"the check could not be made: {type(error).__name__}: {error}")
        sys.exit(2)
