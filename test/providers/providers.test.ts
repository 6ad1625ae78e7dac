import { expect, test } from "vitest";
import {
  startAmazon,
  startAudiostack,
  startGoogle,
  startMeta,
  startPinterest,
  startReddit,
  startSnap,
  startSpotify,
  startTiktok,
} from "../../src/main/sandbox/providers/index.ts";
import { ask, started } from "./ask.ts";

/** A route of each provider, and the answer to a throttled call of it. */
const PROVIDERS = [
  { start: startAmazon, host: "advertising-api.amazon.com", path: "/v2/profiles", throttled: 429 },
  { start: startAudiostack, host: "v2.api.audio", path: "/audioforms/x", throttled: 429 },
  {
    start: startGoogle,
    host: "googleads.googleapis.com",
    path: "/v26/customers:listAccessibleCustomers",
    throttled: 429,
  },
  { start: startMeta, host: "graph.facebook.com", path: "/v26.0/me", throttled: 400 },
  { start: startPinterest, host: "api.pinterest.com", path: "/v5/ad_accounts", throttled: 429 },
  { start: startReddit, host: "ads-api.reddit.com", path: "/api/v3/me", throttled: 429 },
  { start: startSnap, host: "adsapi.snapchat.com", path: "/v1/me/organizations", throttled: 429 },
  { start: startSpotify, host: "api-partner.spotify.com", path: "/ads/v3/businesses", throttled: 429 },
  { start: startTiktok, host: "business-api.tiktok.com", path: "/open_api/v1.3/identity/get/", throttled: 200 },
];

test.each(PROVIDERS)("$host answers in its own format, and every call is in its ledger", async (one) => {
  const { start, host, path, throttled } = one;
  const provider = await started(start);
  expect(Object.values(provider.addresses).every((origin) => origin.startsWith("http://127.0.0.1:"))).toBe(true);
  const nowhere = await ask(provider, `https://${host}/nowhere/at/all`);
  expect(nowhere.text).not.toContain("the simulated provider failed");
  expect(Object.keys(nowhere.body)).not.toEqual([]);
  provider.controls.throttle("*");
  expect((await ask(provider, `https://${host}${path}`)).status).toBe(throttled);
  provider.controls.fail("*", 502);
  expect((await ask(provider, `https://${host}${path}`)).text).toContain("<html>");
  const unknown = await ask(provider, `https://${host}${path}`);
  expect(unknown.text).not.toContain("the simulated provider failed");
  expect(provider.ledger.calls.map(({ outcome }) => outcome)).toEqual(["answered", "throttled", "failed", "answered"]);
});

test("one seed gives the same ids and secrets, another gives others", async () => {
  const [first, same, other] = [
    await started(startAudiostack),
    await started(startAudiostack),
    await started(startAudiostack, { seed: "other" }),
  ];
  expect([same.apiKey === first.apiKey, other.apiKey === first.apiKey]).toEqual([true, false]);
});
