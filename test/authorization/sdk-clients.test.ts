import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../agent/open-shop.ts";
import { REDIRECT } from "./client.ts";
import { type Market, marketOf, openMarket } from "./market.ts";
import { type MetadataHost, openMetadataHost } from "./metadata-host.ts";
import type { DisplayedPage, Person } from "./person.ts";
import { clientStore, SDK_CLIENTS } from "./sdk-clients.ts";

/** The official clients, which know nothing but the address of an MCP server, from connecting to disconnecting. */
let market: Market;
let host: MetadataHost;
let person: Person;
beforeAll(async () => {
  [market, host] = await Promise.all([openMarket(), openMetadataHost()]);
  ({ person } = await market.buyer());
});
afterAll(async () => {
  host.close();
  await market.close();
});

/** The person's browser, starting where the client sent it; returns where it ends. */
async function decided(sentTo: URL | undefined, who: Person = person): Promise<DisplayedPage> {
  const page = await who.open(sentTo ?? "");
  return who.allow(page.body.includes('type="email"') ? await who.signIn(page) : page);
}

const REGISTRATIONS = [
  ["by registering itself", () => clientStore()],
  [
    "by the document that its id leads to",
    // It states neither the kind of application nor the port of its redirect, like the documents of real clients.
    (name: string) =>
      clientStore(
        host.describe(`${name.replaceAll(/\W/g, "")}.json`, { client_name: "Described", redirect_uris: [PORTLESS] }),
      ),
  ],
] as const;
const PORTLESS = "http://127.0.0.1/callback";

test.each(SDK_CLIENTS.flatMap(([name, client]) => REGISTRATIONS.map(([how, keep]) => ({ name, client, how, keep }))))(
  "SDK $name, known $how: from a refusal to its tools, back in by itself, and out when it is revoked",
  async ({ name, client, keep }) => {
    const url = new URL(`${market.origin}/mcp/buyer`);
    const kept = keep(name);
    await expect(client.connect(url, kept)).rejects.toThrow(/unauthorized/i);
    const { url: end } = await decided(kept.kept.sentTo);
    expect(end.href.startsWith(REDIRECT), end.href).toBe(true);
    await client.finish(url, kept, end.searchParams);
    expect(kept.kept.client?.client_id).toMatch(keep.length > 0 ? /^https:/ : /^(?!https:)/);

    const connection = await client.connect(url, kept);
    expect(await connection.toolNames()).toContain("api_call");
    const listed = await connection.call("api_call", { method: "GET", path: "/advertisers" });
    expect(listed.isError ?? false).toBe(false);
    await connection.close();

    const first = kept.kept.tokens?.refresh_token ?? "";
    spoil(kept);
    const again = await client.connect(url, kept);
    expect(await again.toolNames()).toContain("api_call");
    await again.close();
    const second = kept.kept.tokens?.refresh_token ?? "";
    expect([second.length > 0, second === first]).toEqual([true, false]);

    const body = new URLSearchParams({ token: second, client_id: kept.kept.client?.client_id ?? "" });
    expect((await fetch(`${market.origin}/oauth/revoke`, { method: "POST", body })).status).toBe(200);
    spoil(kept);
    delete kept.kept.sentTo;
    await expect(client.connect(url, kept)).rejects.toThrow(/unauthorized/i);
    expect(kept.kept.sentTo).toBeDefined();
  },
  60_000,
);

/** As if fifteen minutes had passed. */
function spoil({ kept }: ReturnType<typeof clientStore>): void {
  if (kept.tokens) kept.tokens = { ...kept.tokens, access_token: "eyJ.spent.token" };
}

test("a storefront's agent is connected like the marketplace, and only when a tool requires it", async () => {
  const shop = await openShop();
  const theirs = marketOf(shop.world);
  const buyer = await theirs.buyer();
  const url = new URL(shop.mcpUrl);
  for (const [, client] of SDK_CLIENTS) {
    const kept = clientStore();
    const open = await client.connect(url, kept);
    expect(await open.toolNames()).toContain("create_media_buy");
    await expect(open.call("list_accounts", {})).rejects.toThrow(/unauthorized/i);
    await open.close();
    const { url: end } = await decided(kept.kept.sentTo, buyer.person);
    await client.finish(url, kept, end.searchParams);
    const connection = await client.connect(url, kept);
    expect((await connection.call("list_accounts", {})).isError ?? false).toBe(false);
    await connection.close();
  }
  await shop.close();
}, 60_000);

test("a document is fetched through outbound, without redirects, and used only if it is complete", async () => {
  const metadata = { client_name: "Described", redirect_uris: [PORTLESS] };
  const whole = host.describe("whole.json", metadata);
  const ask = async (id: string) => (await person.open(authorizeUrl(id))).status;
  expect(await ask(whole)).toBe(200);
  for (const [why, id] of [
    ["it is another's", host.serve("other.json", { body: JSON.stringify({ client_id: whole, ...metadata }) })],
    ["it leads on", host.serve("on.json", { status: 302, headers: { location: whole }, body: "" })],
    ["it is no JSON", host.serve("none.json", { body: "<html>" })],
    ["it is too long", host.serve("long.json", { body: JSON.stringify({ ...metadata, more: "x".repeat(10_000) }) })],
    [
      "its redirect is in the clear",
      host.describe("clear.json", { redirect_uris: ["http://planner.example/callback"] }),
    ],
    ["it has a secret", host.describe("secret.json", { ...metadata, client_secret: "s" })],
    ["http", whole.replace("https:", "http:")],
  ] as const)
    expect(await ask(id), why).toBe(400);
});

test("outside a sandbox, no document on this machine or in a network of ours is fetched", async () => {
  const strict = await openMarket({ sandbox: false });
  const stranger = (await strict.buyer()).person;
  const id = host.describe("inside.json", { client_name: "Inside", redirect_uris: [PORTLESS] });
  const addresses = [id, "https://10.0.0.1/c.json", "https://169.254.169.254/latest/meta-data", "https://[::1]/c.json"];
  for (const address of addresses)
    expect((await stranger.open(authorizeUrl(address, strict.origin))).status, address).toBe(400);
  expect(host.asked("inside.json")).toBe(0);
  await strict.close();
});

function authorizeUrl(clientId: string, origin = market.origin): string {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    redirect_uri: REDIRECT,
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    state: "s",
    resource: `${origin}/mcp/buyer`,
  });
  return `${origin}/oauth/authorize?${query}`;
}
