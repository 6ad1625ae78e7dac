import { execFile } from "node:child_process";
import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SCRIPTS } from "../../src/main/cli/completion/scripts.ts";
import { EXIT } from "../../src/main/cli/failures/exit-code.ts";
import { writeSandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { type Market, openMarket } from "../authorization/market.ts";
import type { Person } from "../authorization/person.ts";
import { freePort } from "../free-port.ts";
import { type ExitResult, interchange, linesOf, pickedOf } from "./shell.ts";

const ROOT = join(import.meta.dirname, "../..");

let market: Market;
let home: string;
beforeAll(async () => {
  [market, home] = await Promise.all([openMarket(), mkdtemp(join(tmpdir(), "interchange-cli-"))]);
});
afterAll(() => market.close());

const envOf = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  XDG_CONFIG_HOME: join(home, "config"),
  XDG_CACHE_HOME: join(home, "cache"),
  ...more,
});

const withKey = (key: string, ...typed: string[]) =>
  interchange(typed, { env: envOf({ INTERCHANGE_URL: market.origin, INTERCHANGE_KEY: key }) });

/** Opens the URL that the command line shows, signs in there and allows the request. */
async function confirm(person: Person, shown: string): Promise<void> {
  const [, address = ""] = /Open (\S+)/.exec(shown) ?? [];
  const [, code = ""] = /confirm the code (\S+)/.exec(shown) ?? [];
  const confirming = await person.send(await person.open(address), [["user_code", code]]);
  const asking = await person.send(confirming, [["confirm", "yes"]]);
  const page = asking.body.includes('type="email"') ? await person.signIn(asking) : asking;
  await person.allow(
    page,
    [...page.body.matchAll(/name="scope" value="([^"]*)"/g)].map(([, scope = ""]) => scope),
  );
}

async function logIn(person: Person, typed: readonly string[]): Promise<ExitResult> {
  let confirming: Promise<void> | undefined;
  const onError = (text: string) => void (text.includes("Open ") && (confirming = confirm(person, text)));
  const ended = await interchange(typed, { env: envOf(), onError });
  await confirming;
  return ended;
}

/** The values for placeholders in the document, which only a test knows, and the exit codes of samples that do not end with 0. */
const CLOSED = "http://127.0.0.1:9/mcp";
const ENDS: Readonly<Record<string, number>> = { replay: EXIT.forbidden, conform: EXIT.unreachable };
const AT_THE_MACHINE = ["dev", "admin"];

test("every sample of docs/command-line.md does what it says, beginning with the login by browser", {
  timeout: 120_000,
}, async () => {
  const { person, customerId } = await market.buyer();
  const { key } = await market.world.caller("BUYER");
  await writeFile(join(home, "key.txt"), `${key}\n`);
  await leaveSandbox(key, customerId);
  const lines = linesOf(await readFile(join(ROOT, "docs/command-line.md"), "utf8"));
  expect(lines.length).toBeGreaterThan(20);
  const variables = new Map<string, string>();
  for (const { typed, variable, pick, from } of lines) {
    const filled = typed.map((word) =>
      word
        .replace(/^\$(\w+)$/, (_, name: string) => variables.get(name) ?? "")
        .replace("https://market.example", market.origin)
        .replace("https://seller.example/mcp", CLOSED),
    );
    const [name = ""] = filled;
    if (AT_THE_MACHINE.includes(name)) continue;
    const isDevice = name === "login" && !from && !filled.includes("--sandbox");
    const input = from === undefined ? "" : await readFile(join(home, from), "utf8");
    const ended = isDevice
      ? await logIn(person, filled)
      : await interchange(filled, { env: envOf({ INTERCHANGE_DATA: home }), input });
    expect([typed, ended.code, ended.err]).toEqual([typed, ENDS[name] ?? 0, expect.any(String)]);
    if (variable && pick) variables.set(variable, String(pickedOf(pick, JSON.parse(ended.out))));
  }
  expect(variables.get("ADVERTISER")).toMatch(/^\d+$/);
});

async function leaveSandbox(key: string, customerId: number): Promise<void> {
  const publisher = { name: "P", key, customerId, storefrontId: 1, platformId: "p", sourceId: "s", sourceKey: null };
  const desk = { key, customerId };
  const sandbox = { baseUrl: market.origin, buyer: desk, operator: desk, seller: publisher, publishers: [publisher] };
  await writeSandboxFile(home, sandbox);
}

test("credentials can only be read by their owner, and are never printed", async () => {
  const { key } = await market.world.caller("BUYER");
  const env = envOf({ XDG_CONFIG_HOME: join(home, "own") });
  const login = ["login", "--server", market.origin, "--with-key"];
  const refused = await interchange(login, { env, input: `${key.slice(0, -4)}AAAA` });
  expect([refused.code, refused.err]).toEqual([EXIT.unauthenticated, expect.stringContaining("request: ")]);
  expect(await interchange(login, { env, input: key })).toMatchObject({ code: 0, out: "" });
  const path = join(home, "own/interchange/profiles.json");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const { out } = await interchange(["profiles", "-o", "json"], { env });
  expect(JSON.parse(out)).toEqual([{ name: "default", server: market.origin, by: "key", inUse: true }]);
  // Another server does not receive this server's credential.
  const elsewhere = await interchange(
    ["buyer", "me", "get", "--server", market.origin.replace("127.0.0.1", "localhost")],
    { env },
  );
  expect(elsewhere.code).toBe(EXIT.unauthenticated);
  const { chmod } = await import("node:fs/promises");
  await chmod(path, 0o644);
  expect((await interchange(["profiles"], { env })).err).toContain("chmod 600");
});

test("every kind of failure has the exit code of the document's table, and names the problem and the request", async () => {
  const [{ key }, { key: seller }] = await Promise.all([market.world.caller("BUYER"), market.world.caller("SELLER")]);
  const ends = [
    {
      typed: ["buyer", "campaigns", "list"],
      key: "scope3_none",
      code: EXIT.unauthenticated,
      says: "interchange login",
    },
    { typed: ["buyer", "campaigns", "list"], key: seller, code: EXIT.forbidden, says: "request: " },
    { typed: ["buyer", "campaigns", "get", "cmp_none"], key, code: EXIT.notFound, says: "request: " },
    { typed: ["buyer", "campaigns", "get"], key, code: EXIT.usage, says: "missing campaignId" },
    { typed: ["buyer", "campains", "list"], key, code: EXIT.usage, says: "Did you mean campaigns" },
    { typed: ["buyer", "advertisers", "create", "--name", ""], key, code: EXIT.invalid, says: "name" },
    { typed: ["buyer", "advertisers", "create", "--data", "{"], key, code: EXIT.usage, says: "not valid JSON" },
    {
      typed: ["storefront", "intelligence-runs", "replay", "999999999"],
      key: seller,
      code: EXIT.notFound,
      says: "request: ",
    },
  ];
  for (const { typed, key: used, code, says } of ends)
    expect([typed, await withKey(used, ...typed)]).toEqual([
      typed,
      { code, out: "", err: expect.stringContaining(says) },
    ]);
});

test("a write takes effect once under its key, another request with it conflicts, and without a server the key is shown", async () => {
  const { key } = await market.world.caller("BUYER");
  const create = (name: string) =>
    withKey(
      key,
      "buyer",
      "advertisers",
      "create",
      "--name",
      name,
      "--brand",
      "one.example",
      "--idempotency-key",
      "walk-key-1",
    );
  const [first, again] = [await create("One"), await create("One")];
  expect([first.code, JSON.parse(again.out).id]).toEqual([0, JSON.parse(first.out).id]);
  expect((await create("Two")).code).toBe(EXIT.conflict);
  for (const name of ["Alpha", "Beta"])
    await withKey(key, "buyer", "advertisers", "create", "--name", name, "--brand", `${name.toLowerCase()}.example`);
  const { out } = await withKey(key, "buyer", "advertisers", "list", "--all", "--take", "1", "-o", "csv");
  expect(out.split("\n")[0]).toMatch(/^id,.*name/);
  for (const name of ["One", "Alpha", "Beta"]) expect(out).toContain(name);
  const away = { ...envOf(), INTERCHANGE_KEY: key, INTERCHANGE_URL: `http://127.0.0.1:${await freePort()}` };
  const lost = await interchange(["buyer", "accept-tos", "--version", "2026-01"], { env: away });
  expect([lost.code, lost.err]).toEqual([EXIT.unreachable, expect.stringMatching(/--idempotency-key [0-9a-f-]{36}/)]);
});

test("the table of exit codes lists those that the command line uses", async () => {
  const text = await readFile(join(ROOT, "docs/command-line.md"), "utf8");
  const told = [...text.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => Number(code));
  expect(told).toEqual(Object.values(EXIT));
});

test("in a process of its own it starts, offers the admin commands, and completes what was requested before", async () => {
  const env = { ...process.env, ...envOf(), INTERCHANGE_URL: market.origin };
  const run = async (...typed: string[]) =>
    (await promisify(execFile)(process.execPath, [join(ROOT, "bin/interchange.mjs"), ...typed], { env })).stdout;
  expect((await run("--version")).trim()).toMatch(/^\d+\.\d+\.\d+$/);
  const admin = await run("admin", "--help");
  const named = linesOf(await readFile(join(ROOT, "docs/command-line.md"), "utf8")).filter(
    ({ typed: [name] }) => name === "admin",
  );
  for (const { typed } of named) expect(admin).toContain(`\n  ${typed[1]} `);
  await interchange(["buyer", "campaigns", "--help"], { env });
  expect(await run("__complete", "--", "buyer", "campaigns", "pau")).toMatch(/^pause\t/);
  expect(await run("__complete", "--", "admin", "back")).toMatch(/^backup\t/);
  expect(Object.keys(SCRIPTS)).toEqual(["bash", "zsh", "fish"]);
  const shell = `${SCRIPTS.bash}\ninterchange() { node "${join(ROOT, "bin/interchange.mjs")}" "$@"; }\nCOMP_WORDS=(interchange buyer camp); COMP_CWORD=2; _interchange; echo "\${COMPREPLY[@]}"`;
  expect((await promisify(execFile)("bash", ["-c", shell], { env })).stdout.trim()).toBe("campaigns");
});
