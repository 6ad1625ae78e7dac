import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../world.ts";

let world: World;
let port: number;
beforeAll(async () => {
  const connections = { requestMs: 1_500, headersMs: 1_000, keepAliveMs: 1_000, most: 8 };
  world = await openWorld({ connections });
  await world.app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = world.app.server.address() as { port: number });
});
afterAll(() => world.close());

/** Sends text as it is, and answers all that comes back until the server ends the connection. */
function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => void (answer += chunk.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
    socket.write(text);
  });
}

describe("a connection", () => {
  test("whose body never comes is ended, and so is one whose headers never do", async () => {
    const head = "POST /api/v2/buyer/advertisers HTTP/1.1\r\nHost: market.example\r\nContent-Length: 1000\r\n";
    const [body, headers] = await Promise.all([send(`${head}\r\n{`), send(head)]);
    expect(body).toContain("408");
    expect(headers).toContain("408");
  });

  test("beyond the limit is closed immediately, and the server answers again when others have ended", async () => {
    const idle = Array.from({ length: 8 }, () => connect(port, "127.0.0.1"));
    await Promise.all(idle.map((socket) => new Promise<void>((open) => void socket.on("connect", open))));
    const get = "GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    expect(await send(get)).toBe("");
    await Promise.all(
      idle.map((socket) => new Promise<void>((closed) => void socket.on("close", () => closed()).destroy())),
    );
    await expect.poll(() => send(get), { timeout: 60_000 }).toContain("200 OK");
  });

  test("with two hosts is refused, whatever is between them", async () => {
    const hosts = "Host: market.example\r\nX-Between: 1\r\nhOST: other.example\r\n";
    const answer = await send(`GET /api/v2/accounts/current HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer).toContain("more than one Host");
  });
});

const EVERYWHERE = [
  ["GET", "/api/v2/accounts/current"],
  ["POST", "/mcp/buyer"],
  ["GET", "/mcp/buyer"],
  ["POST", "/storefront/nobody/mcp"],
  ["POST", "/storefront/nobody/a2a"],
  ["GET", "/storefront/nobody/.well-known/agent-card.json"],
  ["GET", "/storefront/nobody/.well-known/adagents.json"],
  ["GET", "/.well-known/jwks.json"],
  ["GET", "/.well-known/security.txt"],
  ["GET", "/api/v2/buyer/openapi.json"],
  ["GET", "/docs"],
  ["GET", "/skill.md"],
  ["GET", "/terms"],
  ["GET", "/join/nowhere"],
  ["GET", "/sign-in"],
  ["GET", "/assets/ast_0/x"],
  ["GET", "/nowhere"],
] as const;

test.each(EVERYWHERE)("%s %s tells what is left of the limit, and has nothing guessed", async (method, url) => {
  const { headers } = await world.app.inject({ method, url });
  expect(Number(headers["ratelimit-limit"])).toBeGreaterThan(0);
  expect(Number(headers["ratelimit-remaining"])).toBeGreaterThanOrEqual(0);
  expect(Number(headers["ratelimit-reset"])).toBeGreaterThanOrEqual(0);
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("JSON is kept by nobody on the way, unless it is the same for everybody", async () => {
  const { key } = await world.caller("BUYER");
  const headers = { authorization: `Bearer ${key}` };
  const own = await world.app.inject({ method: "GET", url: "/api/v2/accounts/current", headers });
  expect(own.headers["cache-control"]).toBe("no-store");
  const refused = await world.app.inject({ method: "GET", url: "/api/v2/accounts/current" });
  expect(refused.headers["cache-control"]).toBe("no-store");
  const keys = await world.app.inject({ method: "GET", url: "/.well-known/jwks.json" });
  expect(keys.headers["cache-control"]).toContain("public");
});

test("security.txt says where to tell of a weakness, for less than a year", async () => {
  const { body, headers } = await world.app.inject({ method: "GET", url: "/.well-known/security.txt" });
  expect(headers["content-type"]).toMatch(/^text\/plain/);
  expect(body).toContain("Contact: mailto:security@localhost\n");
  const expires = Date.parse(/^Expires: (.+)$/m.exec(body)?.[1] ?? "");
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
});

describe("what a seller says of its storefront", () => {
  test.each([
    "javascript:alert(1)",
    "data:image/png;base64,AA",
    "https://user:secret@cdn.example/l.png",
    "//cdn.example",
  ])("has no logo at %s", async (logoUrl) => {
    const seller = await world.caller("SELLER");
    await seller.post("/storefront", { name: "Shop", defaultCurrency: "USD" });
    expect(await seller.put("/storefront", { logoUrl })).toMatchObject({ status: 400, error: { field: "logoUrl" } });
  });

  test("has its logo's address spelt so that no page is broken out of", async () => {
    const seller = await world.caller("SELLER");
    await seller.post("/storefront", { name: "Shop", defaultCurrency: "USD" });
    const { data } = await seller.put("/storefront", { logoUrl: "https://cdn.example/a'b\"><script>.png" });
    expect(data.logoUrl).toBe("https://cdn.example/a%27b%22%3E%3Cscript%3E.png");
  });

  test("has languages that are some, in their usual spelling, also where others were kept before", async () => {
    const seller = await world.caller("SELLER");
    const { data } = await seller.post("/storefront", { name: "Shop", defaultCurrency: "USD" });
    const wrong = await seller.put("/storefront", { supportedLanguages: ["de", "<script>"] });
    expect(wrong).toMatchObject({ status: 400, error: { field: "supportedLanguages.1" } });
    await seller.put("/storefront", { supportedLanguages: ["de-at", "pt-br"] });
    expect((await seller.get("/storefront")).data.supportedLanguages).toEqual(["de-AT", "pt-BR"]);
    await world.database.writeInstallation((db) =>
      db
        .updateTable("storefronts")
        .set({ supported_languages: ["de", "<b>"], logo_url: "javascript:alert(1)" })
        .where("storefront_id", "=", data.storefrontId ?? data.id)
        .execute(),
    );
    expect((await seller.get("/storefront")).data).toMatchObject({ supportedLanguages: ["de"], logoUrl: null });
  });
});
