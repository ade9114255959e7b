"""Asks the API in every way that its description allows, and in ways that it does not, as each sort of account.

Environment: GUANTONG, the built product. The last line is `schemathesis: N passed, N failed, N skipped`: one for each account.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PRODUCT = os.environ["GUANTONG"]
TESTER = Path(sys.executable).with_name("schemathesis")
EXAMPLES = "15"
SEED = "20260101"
# A body may fit its description and still be wrong in what it says: a date after another one, a level that there is not.
LEFT_OUT = "positive_data_acceptance"

ORGANISATIONS = [
    {"id": "factory", "kind": "employer", "name": "factory (invented)", "area": "370102"},
    {"id": "assessor", "kind": "assessor", "name": "assessor (invented)", "area": "370000",
     "remits": [{"skills": ["technician"], "from": "2019-01-01", "source": "invented"}]},
]
ACCOUNTS = {
    "applicant": ["--role", "applicant"],
    "clerk": ["--role", "clerk", "--organisation", "assessor"],
    "administrator": ["--role", "administrator"],
}
DOSSIER = {
    "schema": "guantong/dossier/1",
    "employment": {"status": "in-service", "occupation": "焊工", "field": "engineering",
                   "employer": {"kind": "enterprise", "non_public": False, "upper_level": False}},
    "education": [], "skills": [], "honours": [], "sanctions": [],
    "titles": [{"tier": "intermediate", "series": "engineering", "date": "2015-06-01"}],
    "work": [{"occupation": "焊工", "from": "2008-08-01", "to": None}],
}


class Office:
    """The product with a folder of its own, an invented register, and one case with a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file("organisations.json", ORGANISATIONS)
        self.file("standards.json", {"*": {"technician": 1}})
        self.ask("register", "put", "organisations.json")
        self.tokens = {name: self.ask("register", "account", name, *role)["token"] for name, role in ACCOUNTS.items()}
        self.file("dossier.json", DOSSIER)
        as_applicant = ["--token", self.tokens["applicant"]]
        opened = self.ask("case", "open", "dossier.json", "-j", "shandong", "--target", "skill:technician",
                          "--employer", "factory", *as_applicant)
        self.case = opened["case"]
        # The smallest whole PNG.
        png = ("89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c489"
               "0000000d49444154789c63fccff0bf1e000683027f94add0eb0000000049454e44ae426082")
        (folder / "scan.png").write_bytes(bytes.fromhex(png))
        self.ask("case", "attach", self.case, "scan.png", "--proves", "titles[0]", *as_applicant)
        self.ask("case", "file", self.case, *as_applicant)
        shown = self.ask("case", "show", self.case, *as_applicant)["case"]
        self.document, self.evidence = shown["dossier"]["id"], shown["evidence"][0]["id"]

    def file(self, name: str, content: object) -> None:
        (self.folder / name).write_text(json.dumps(content), encoding="utf-8")

    def ask(self, *arguments: str) -> dict:
        command = [PRODUCT, *arguments, "--data", "data", "--standards", "standards.json", "--format", "json"]
        return json.loads(subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.PIPE).stdout)

    def serve(self) -> tuple[subprocess.Popen, str]:
        command = [PRODUCT, "serve", "--listen", "127.0.0.1:0", "--data", "data", "--standards", "standards.json"]
        server = subprocess.Popen(command, cwd=self.folder, stderr=subprocess.PIPE, text=True)
        for line in server.stderr:
            found = re.search(r"listening on (http://\S+)", line)
            if found:
                return server, found.group(1)
        raise SystemExit(f"the server ended with {server.wait()} before it listened")

    def settings(self) -> None:
        """Addresses of things that are there, so that more is reached than `not found`."""
        lines = ["[parameters]", f'"path.id" = "{self.case}"', f'"path.document" = "{self.document}"',
                 f'"path.file" = "{self.evidence}"']
        (self.folder / "schemathesis.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="guantong-") as name:
        office = Office(Path(name))
        office.settings()
        server, address = office.serve()
        try:
            for account, token in office.tokens.items():
                print(f"-- {account}", flush=True)
                command = [TESTER, "run", f"{address}/api/v1/openapi.json", "--header", f"Authorization: Bearer {token}",
                           "--exclude-checks", LEFT_OUT, "--max-examples", EXAMPLES, "--seed", SEED, "--no-color",
                           "--suppress-health-check", "all", "--workers", "1"]
                # The self-check does not know accounts: once is enough.
                if account != "applicant":
                    command += ["--include-path-regex", "/api/v1/(cases|evidence|register|rounds|committees|sessions|log)"]
                if subprocess.run(command, cwd=office.folder).returncode == 0:
                    passed += 1
                else:
                    failed += 1
        finally:
            server.terminate()
            server.wait(timeout=20)
        failed += server.returncode != 0
        # Whatever was asked, the log is whole.
        verified = subprocess.run([PRODUCT, "store", "verify", "--data", "data"], cwd=office.folder)
        passed, failed = (passed + 1, failed) if verified.returncode == 0 else (passed, failed + 1)
    print(f"schemathesis: {passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
