"""The Python client gql: over HTTP by aiohttp, and over WebSockets by websockets."""

import asyncio
import logging
import os
import pathlib
import unittest

from gql import Client, GraphQLRequest, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport
from graphql import parse, print_ast

ENDPOINT = os.environ["REDLINE_URL"].rstrip("/") + "/graphql"
# The same documents as the other clients'.
DOCUMENTS = parse((pathlib.Path(__file__).parent / "documents.graphql").read_text(encoding="utf-8"))
OPERATIONS = {definition.name.value: print_ast(definition) for definition in DOCUMENTS.definitions}
BAD = "query Bad { windows(first: 1) { nodes { nope } } }"


def request(operation, **variables):
    return GraphQLRequest(OPERATIONS[operation], variable_values=variables, operation_name=operation)


def http(token=None, **options):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return Client(transport=AIOHTTPTransport(url=ENDPOINT, headers=headers), **options)


class Gql(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        async with http() as session:
            answer = await session.execute(request("SignIn", login="head", password="redline-demo"))
        self.token = answer["login"]["token"]
        async with http(self.token) as session:
            self.plant = (await session.execute(request("Me")))["viewer"]["organization"]["id"]

    async def test_pages_follow_each_other(self):
        # The schema is fetched by introspection, and the client checks documents and variables against it.
        async with http(self.token, fetch_schema_from_transport=True) as session:
            wanted = {"filter": {"organization": self.plant}, "first": 3}
            first = (await session.execute(request("Windows", **wanted)))["windows"]
            second = (await session.execute(request("Windows", **wanted, after=first["pageInfo"]["endCursor"])))["windows"]
        self.assertTrue(first["pageInfo"]["hasNextPage"])
        self.assertEqual(len({edge["node"]["id"] for edge in first["edges"] + second["edges"]}), 6)

    async def test_a_change_is_refused_in_user_errors(self):
        async with http(self.token) as session:
            wanted = {"organizationId": self.plant, "description": " ", "foundBy": "SELF_CHECK"}
            answer = await session.execute(request("ReportHazard", input=wanted))
        self.assertIsNone(answer["reportHazard"]["hazard"])
        self.assertEqual(answer["reportHazard"]["userErrors"][0]["field"], "description")

    async def test_a_bad_query_is_an_error_with_a_code(self):
        async with http(self.token) as session:
            with self.assertRaises(TransportQueryError) as raised:
                await session.execute(gql(BAD))
        self.assertEqual(raised.exception.errors[0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED")

    async def test_a_subscription_is_sent_what_is_reported(self):
        # The protocol is named: gql 4.4 looks for the answer's header by its capital letters only, and without it speaks another one.
        transport = WebsocketsTransport(
            url=ENDPOINT.replace("http", "ws", 1),
            subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
            init_payload={"authorization": f"Bearer {self.token}"},
        )
        async with Client(transport=transport) as watching, http(self.token) as session:
            heard = watching.subscribe(request("HazardChanged", organization=self.plant))
            first = asyncio.ensure_future(anext(heard))
            # Once the subscription was sent, a ping is answered when it hears.
            await asyncio.sleep(0.2)
            await transport.send_ping()
            await transport.pong_received.wait()
            wanted = {"organizationId": self.plant, "description": "A valve drips (told to gql).", "foundBy": "SELF_CHECK"}
            reported = (await session.execute(request("ReportHazard", input=wanted)))["reportHazard"]["hazard"]["id"]
            told = await asyncio.wait_for(first, 10)
            self.assertEqual(told["hazardChanged"]["id"], reported)
            await heard.aclose()


if __name__ == "__main__":
    # unittest lets asyncio tell of every callback that took a tenth of a second: the check of a whole schema does.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    unittest.main(verbosity=2)
