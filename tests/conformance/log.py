"""Whether a log has any name of a person or an organization, or what was written of a hazard: log.py DATABASE LOG."""

import sqlite3
import sys

database, log = sys.argv[1:]
connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
question = "SELECT name FROM person UNION SELECT name FROM organization UNION SELECT description FROM hazard UNION SELECT subject FROM mail"
# What the tests made up may be a letter or two, which stands anywhere; two Chinese characters, the shortest of names, are six bytes.
words = [word for (word,) in connection.execute(question) if len((word or "").encode()) >= 6]
with open(log, encoding="utf-8") as lines:
    said = lines.read()

assert len(words) > 100, f"a demonstration has more to tell than {len(words)} names and texts"
assert said, "nothing was logged"
met = [word for word in words if word in said]
for word in met[:5]:
    print(f"the log tells: {word}", file=sys.stderr)
print(f"{said.count(chr(10))} lines; none of {len(words)} names and texts is in them" if not met else f"{len(met)} of {len(words)} names and texts are in the log")
sys.exit(bool(met))
