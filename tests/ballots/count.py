"""Counts published electronic votes again, with nothing of the product's: the RSA-PSS of PyPI's `cryptography`, JSON, and integers.

Argument: a folder with records as GET /api/v1/sessions/{id}/ballots gives them. Every record has to hold, and every changed copy of it has
to be found out. The last line is `ballots: N passed, N failed, 0 skipped`.
"""

import base64
import copy
import hashlib
import json
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_pem_public_key

HASH = hashes.SHA384()
# RFC 9474, RSABSSA-SHA384-PSS-Deterministic: an ordinary RSASSA-PSS signature with a salt of 48 bytes.
PSS = padding.PSS(mgf=padding.MGF1(HASH), salt_length=48)


def canonical(value: object) -> bytes:
    """RFC 8785 for what stands here: texts and small integers."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def passes(present: int, size: int, yes: int) -> bool:
    return 3 * present >= 2 * size and 3 * yes >= 2 * present and yes > 0


def faults(session: str, vote: dict) -> list[str]:
    """What is wrong with a vote."""
    found = []
    key = load_pem_public_key(vote["key"].encode())
    ballots = vote["ballots"]
    for ballot in ballots:
        message = canonical({"schema": "guantong/ballot/1", "session": session, "case": vote["case"], "round": vote["round"],
                             "serial": ballot["serial"], "choice": ballot["choice"]})
        try:
            key.verify(base64.b64decode(ballot["signature"], validate=True), message, PSS, HASH)
        except (InvalidSignature, ValueError):
            found.append(f"the signature of {ballot['serial']}")
    places = [sha256(ballot["serial"].encode()) for ballot in ballots]
    if places != sorted(set(places)):
        found.append("the order, or a ballot twice")
    if sha256(canonical(ballots)) != vote["digest"]:
        found.append("the digest")
    if len(ballots) > vote["papers"]:
        found.append("more ballots than signatures")
    there, result = vote["attendance"], vote["result"]
    staying = there["present"] - there["recused"]
    counted = there["present"] if there["recused_presence"] == "counts" else staying
    votes = {choice: sum(ballot["choice"] == choice for ballot in ballots) for choice in ("yes", "no", "abstain")}
    if result["tally"] != {"size": there["size"], "present": counted, **votes}:
        found.append("the tally")
    if result["passed"] != passes(counted, there["size"], votes["yes"]):
        found.append("whether it passed")
    if (result["papers"], result["missing"]) != (vote["papers"], vote["papers"] - len(ballots)):
        found.append("the ballots that were not cast")
    return found


def changed(vote: dict):
    """Copies of a vote, each with one thing changed."""
    def change(name, work):
        other = copy.deepcopy(vote)
        work(other)
        return name, other

    first = vote["ballots"][0]
    other_choice = "no" if first["choice"] == "yes" else "yes"

    def forge(other):
        other["ballots"][0]["choice"] = other_choice
        other["result"]["tally"][first["choice"]] -= 1
        other["result"]["tally"][other_choice] += 1
        other["result"]["passed"] = passes(other["result"]["tally"]["present"], other["result"]["tally"]["size"],
                                           other["result"]["tally"]["yes"])
        other["digest"] = sha256(canonical(other["ballots"]))

    yield change("a choice is turned, and all numbers with it", forge)
    yield change("a ballot is left out", lambda other: other["ballots"].pop())
    yield change("a ballot stands twice", lambda other: other["ballots"].append(first))
    yield change("two ballots change places", lambda other: other["ballots"].reverse())
    yield change("another round", lambda other: other.update(round=other["round"] + 1))
    yield change("another case", lambda other: other.update(case="another"))
    yield change("one more yes", lambda other: other["result"]["tally"].update(yes=other["result"]["tally"]["yes"] + 1))
    yield change("another result", lambda other: other["result"].update(passed=not other["result"]["passed"]))
    yield change("fewer present", lambda other: other["attendance"].update(present=other["attendance"]["present"] - 1))


def main() -> int:
    passed = failed = 0

    def note(holds: bool, what: str) -> None:
        nonlocal passed, failed
        passed, failed = (passed + 1, failed) if holds else (passed, failed + 1)
        print(("ok    " if holds else "FAILED ") + what)

    for file in sorted(Path(sys.argv[1]).glob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        for vote in record["votes"]:
            found = faults(record["session"], vote)
            tally = vote["result"]["tally"]
            note(not found, f"{file.name}: {tally['yes']} yes, {tally['no']} no, {tally['abstain']} abstained {found or ''}")
            note(bool(faults("another", vote)), f"{file.name}: another session is found out")
            for name, other in changed(vote):
                note(bool(faults(record["session"], other)), f"{file.name}: {name}, and it is found out")
    if not passed:
        note(False, "there is no record to count")
    print(f"ballots: {passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
