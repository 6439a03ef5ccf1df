"""What Schemathesis has to know of this API: its scalars, and what counts as a fault of the server. It is loaded by fuzz.py."""

import atexit
import collections
import dataclasses
import datetime
import json
import os

import graphql
import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

# Days of the campaign mostly: others are refused before anything is looked at.
_campaign = st.dates(datetime.date(2023, 5, 1), datetime.date(2023, 12, 31))
_days = st.one_of(_campaign, _campaign, st.dates())
_moments = st.tuples(_days, st.times()).map(lambda both: f"{both[0]}T{both[1].isoformat()}Z")
schemathesis.graphql.scalar("Date", _days.map(str).map(nodes.String))
schemathesis.graphql.scalar("DateTime", _moments.map(nodes.String))
schemathesis.graphql.scalar("Yuan", st.integers(-1, 2**53).map(nodes.Int))
schemathesis.graphql.scalar("YuanAmount", st.decimals(-1, 10**9, places=2).map(str).map(nodes.String))
schemathesis.graphql.scalar("JSON", st.text().map(nodes.String))


class _OneWay(graphql.Visitor):
    """Pages are asked for from the front or from the back, and from the end of the list: all four arguments at once are refused."""

    def enter_field(self, node, *_):
        given = {argument.name.value: argument.value for argument in node.arguments}
        if not given.keys() & {"first", "last"}:
            return None
        kept = "first" if isinstance(given.get("first"), graphql.IntValueNode) else "last"
        left_out = {"first", "last", "after", "before"} - {kept}
        return dataclasses.replace(node, arguments=tuple(one for one in node.arguments if one.name.value not in left_out))


@schemathesis.hook
def map_body(ctx, body):
    return graphql.visit(body, _OneWay())


# What an error is when it is nobody's but the server's. Schemathesis itself takes every refusal inside of an answer for one.
FAULTS = {"INTERNAL", "TIMEOUT", "UNAVAILABLE", "BUSY"}

_answers = collections.Counter()


@schemathesis.check
def no_fault(ctx, response, case):
    """The server answers, and says of nothing that it is its own fault."""
    assert response.status_code < 500, f"status {response.status_code}: {response.text[:400]}"
    answer = response.json()
    codes = [error.get("extensions", {}).get("code") for error in answer.get("errors") or []]
    _answers["well" if not codes else str(codes[0])] += 1
    assert None not in codes, f"an error without a code: {response.text[:400]}"
    assert not FAULTS & set(codes), f"a fault of the server: {response.text[:400]}"
    assert codes or answer.get("data") is not None, f"neither data nor errors: {response.text[:400]}"


@atexit.register
def _tell():
    with open(os.environ["REDLINE_ANSWERS"], "w", encoding="utf-8") as file:
        json.dump(_answers, file)
