import { afterAll, beforeAll, expect, test } from "vitest";
import { compose } from "../../src/main/compose.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import {
  authorize,
  begin,
  type GuardedShop,
  openGuardedShop,
  scheduleRecovery,
  sourceSeenBy,
} from "./oauth.fixture.ts";
import { consentAt, type RunningProvider, startProvider } from "./provider.ts";

/** A consent belongs to the browser in which it was started. */
let world: World;
let provider: RunningProvider;
let shop: GuardedShop;
beforeAll(async () => {
  [world, provider] = await Promise.all([openWorld(), startProvider()]);
  shop = await openGuardedShop(world, await world.caller("OPERATOR"), provider);
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

test("a victim's consent never connects the account of an attacker", async () => {
  const attacker = await world.caller("BUYER", { company: "Eve & Sons" });
  const { authorizeUrl } = (await authorize(attacker, shop)).data;
  // The attacker presses the button themselves, and sends the victim on to the provider.
  const back = await consentAt((await begin(world, authorizeUrl)).href);
  const { codes } = await provider.counts();
  for (const cookie of ["", "interchange_consent=another-browser"])
    expect(await scheduleRecovery(world, back, cookie)).toMatchObject({
      status: 400,
      title: "This consent has ended",
    });
  expect(await provider.counts()).toMatchObject({ codes });
  expect(await sourceSeenBy(attacker, shop)).toMatchObject({ connected: false });
  // Nor can a second browser start what the first one has started.
  await expect(begin(world, authorizeUrl)).rejects.toThrow("Invalid URL");
  expect((await scheduleRecovery(world, back)).status).toBe(200);
});

test("before anything connects, a page names the organisation and the provider, and a scanner that opens it starts nothing", async () => {
  const attacker = await world.caller("BUYER", { company: "Eve & Sons" });
  const { authorizeUrl } = (await authorize(attacker, shop)).data;
  const { pathname, search } = new URL(authorizeUrl);
  const page = await world.app.inject({ url: pathname + search });
  expect(page.body).toContain("<bdi>Eve &amp; Sons</bdi>");
  expect(page.body).toContain(new URL(provider.endpointUrl).hostname);
  expect(String(page.headers["content-security-policy"])).toContain("form-action 'self' http://");
  expect(String(page.headers["set-cookie"])).toMatch(
    /^interchange_consent=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax/,
  );
  // Another site cannot press the button in somebody's browser, because its form is not ours.
  const payload = new URLSearchParams({ state: new URL(authorizeUrl).searchParams.get("state") ?? "", form: "forged" });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const forged = await world.app.inject({ method: "POST", url: pathname, headers, payload: payload.toString() });
  expect([forged.statusCode, forged.headers.location]).toEqual([200, undefined]);
});

test("a code is sent to an address elsewhere only if the operator allows its origin", async () => {
  const installation = { ...INSTALLATION, oauthRedirectOrigins: ["https://agent.acme.example"] };
  const own = await compose({ ...world.parts, installation });
  const asking = async (redirectUri: string) => {
    const { key } = await world.caller("BUYER");
    const answer = await own.app.inject({
      method: "POST",
      url: `/api/v2/storefront/agents/${shop.agentId}/accounts/oauth/authorize`,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      payload: JSON.stringify({ redirectUri }),
    });
    return answer.statusCode;
  };
  expect(await asking("https://agent.acme.example/done")).toBe(200);
  expect(await asking("https://agent.acme.example.evil.example/done")).toBe(400);
  await own.close();
});
