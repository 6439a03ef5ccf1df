"""Schemathesis asks what comes to its mind, as a visitor and as each login of the demonstration: nothing of it may be a fault of the server.

Each role has a fixed seed and a fixed number of cases: a run can be had again. An argument names the roles, a number how many cases of each
operation there are: `fuzz.py head office 5`.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

import graphql

HERE = pathlib.Path(__file__).parent
SCHEMA = HERE.parents[2] / "schema.graphql"
ENDPOINT = os.environ["REDLINE_URL"].rstrip("/") + "/graphql"
PASSWORD = "redline-demo"
SEED = 20230522
CASES = 3
# The mightiest last: what it changes is not there for the others.
ROLES = ["nobody", "employee", "officer", "head", "unit", "village", "party", "discipline", "office"]
# They would end the session that the role asks by, or change the password.
LEFT_OUT = ["login", "logout", "logoutEverywhere", "changePassword", "setPassword", "closeAccount", "createApiKey"]
# Where a role finds things that it may see.
LISTS = "organizations people duties windows hazards inspections notices drills activities reports tasks permits contracts certificates alerts keyPeriods".split()


def ask(query, token=None, **variables):
    headers = {"content-type": "application/json"}
    if token:
        headers["authorization"] = f"Bearer {token}"
    body = json.dumps({"query": query, "variables": variables}).encode()
    with urllib.request.urlopen(urllib.request.Request(ENDPOINT, body, headers)) as answer:
        return json.load(answer)["data"]


def log_in(login):
    query = "mutation ($input: LoginInput!) { login(input: $input) { token } }"
    return ask(query, input={"login": login, "password": PASSWORD})["login"]["token"]


def known(token):
    """Identifiers of what the role sees, by kind: with invented ones every answer would be that there is no such thing."""
    found = {}
    for field in LISTS:
        for row in (ask(f"{{ {field}(first: 5) {{ nodes {{ id }} }} }}", token) or {}).get(field, {}).get("nodes", []):
            found.setdefault(row["id"].split("_")[0], []).append(row["id"])
    return found


def kind_of(field, argument, kinds):
    """Which kind an argument names: `hazardId` a hazard, `leaderId` a person, and the `id` of `hazard` a hazard again."""
    name = (field if argument == "id" else argument.removesuffix("s").removesuffix("Id")).lower()
    meant = {"village": "organization", "unit": "organization", "leader": "person", "recipient": "person", "owner": "person"}
    return next((kind for kind in kinds if meant.get(name, name).startswith(kind)), "any")


def bindings(schema, kinds):
    """Where identifiers, passwords and the sizes of pages stand among the arguments, as Schemathesis names such places."""

    def walk(field, name, of, path):
        of = graphql.get_named_type(of)
        if isinstance(of, graphql.GraphQLInputObjectType):
            for inner, definition in of.fields.items():
                if len(path) < 4:
                    yield from walk(field, inner, definition.type, [*path, inner])
        elif of.name == "ID":
            yield ".".join(path), kind_of(field, name, kinds)
        elif name == "password":
            yield ".".join(path), "password"

    for root in (schema.query_type, schema.mutation_type):
        for field, definition in root.fields.items():
            for argument, inner in definition.args.items():
                for path, dictionary in walk(field, argument, inner.type, [argument]):
                    yield f"{root.name}.{field}.{path}", dictionary


def configure(folder, schema, token):
    """Writes the settings of a role."""
    found = known(token)
    values = {**found, "any": sum(found.values(), []) or ["hazard_0"], "password": [PASSWORD], "rows": [1, 3, 20, 100]}
    lines = [f"[dictionaries.{name}]\nvalues = {json.dumps(ids)}" for name, ids in values.items()]
    lines.append("[parameters]")
    lines += [f'"*.*.{argument}" = {{ dictionary = "rows", probability = 0.9 }}' for argument in ("first", "last")]
    lines += [f'"{path}" = {{ dictionary = "{name}", probability = 0.9 }}' for path, name in bindings(schema, found)]
    path = pathlib.Path(folder) / "schemathesis.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(role, cases, schema, folder):
    """Whether nothing was found, and what was answered how often."""
    token = None if role == "nobody" else log_in(role)
    answers = pathlib.Path(folder) / "answers.json"
    command = [pathlib.Path(sys.executable).with_name("st"), "--config-file", configure(folder, schema, token), "run", SCHEMA]
    command += ["--url", ENDPOINT, "--checks", "no_fault,response_schema_conformance", "--phases", "fuzzing", "--mode", "positive"]
    command += ["--max-examples", str(cases), "--seed", str(SEED + ROLES.index(role)), "--generation-database", "none"]
    command += ["--suppress-health-check", "all", "--warnings", "off", "--no-color", "--no-shrink", "--request-timeout", "15"]
    for name in LEFT_OUT:
        command += ["--exclude-name", f"Mutation.{name}"]
    if token:
        command += ["--header", f"Authorization: Bearer {token}"]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE), "REDLINE_ANSWERS": str(answers)}
    done = subprocess.run(list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True, check=False)
    counted = json.loads(answers.read_text(encoding="utf-8")) if answers.exists() else {}
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
    return done.returncode == 0, counted


def main():
    cases = next((int(word) for word in sys.argv[1:] if word.isdigit()), CASES)
    roles = [word for word in sys.argv[1:] if not word.isdigit()] or ROLES
    schema = graphql.build_schema(SCHEMA.read_text(encoding="utf-8"))
    failed = []
    for role in roles:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            well, answers = run(role, cases, schema, folder)
        total = sum(answers.values())
        # A run that sends nothing finds nothing.
        if not well or total < len(schema.query_type.fields):
            failed.append(role)
        counts = ", ".join(f"{count} {answer}" for answer, count in sorted(answers.items(), key=lambda item: -item[1]))
        print(f"{role}: {total} cases in {time.monotonic() - begun:.0f} s ({counts})", flush=True)
    print(f"{len(roles) - len(failed)} passed, {len(failed)} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
