import { expect, test } from "vitest";
import { open, serve } from "../../../../ground/outbound/outbound.fixture.ts";
import type { OutboundContext } from "./ask-server.ts";
import { discoverServer } from "./discover-server.ts";

const OAUTH = "/.well-known/oauth-authorization-server";
const OPENID = "/.well-known/openid-configuration";

/** An authorization server that answers its paths with these statuses, but always with its metadata. */
async function issuerThat(answers: Readonly<Record<string, number>>): Promise<string> {
  let issuer = "";
  issuer = await serve(({ url = "" }, response) => {
    response.writeHead(answers[url] ?? 404, { "content-type": "application/json" });
    const endpoints = { authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };
    response.end(JSON.stringify({ issuer, ...endpoints }));
  });
  return issuer;
}

function out(): OutboundContext {
  const installation = { sellerTimeoutMs: 60_000 } as OutboundContext["installation"];
  return { outbound: open().outbound, installation };
}

test.each([500, 502, 503, 429])(
  "a server that answers %s for its metadata is unavailable, and may be asked again",
  async (status) => {
    const issuer = await issuerThat({ [OAUTH]: status, [OPENID]: 404 });
    await expect(discoverServer(out(), issuer)).rejects.toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  },
);

test("a server that publishes no metadata has to be fixed", async () => {
  const issuer = await issuerThat({});
  await expect(discoverServer(out(), issuer)).rejects.toMatchObject({ status: 400, code: "BAD_REQUEST" });
});

test("existing metadata counts, whatever another URL answers", async () => {
  const issuer = await issuerThat({ [OAUTH]: 503, [OPENID]: 200 });
  expect(await discoverServer(out(), issuer)).toMatchObject({ issuer });
});
