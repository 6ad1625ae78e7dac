import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGuide } from "../../src/edge/reference/index.ts";
import type { Noun } from "../../src/ground/kernel/inputs/noun.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { apisOf, type Operation, writes } from "../../src/ground/kernel/operation.ts";
import { operations } from "../../src/main/areas.ts";
import { callTool } from "../mcp-call.ts";
import { openWorld, type World } from "../world.ts";
import { nasty, spoiled } from "./hostile-input.ts";
import { createOwnedResources, makeSponsored, type OwnedResources } from "./owned-resources.ts";
import { type Inputs, inputsOf, send, sendByMcp, withRef } from "./request-of.ts";

/** What the isolation matrix and the fuzz test require of REST, required over MCP as well: every refusal is exactly the same. */
const SEED = 20_261_122;
const RUNS = Number(process.env.FUZZ_RUNS ?? 6);

let world: World;
let mine: OwnedResources;
let theirs: OwnedResources;
const sponsored = new Map<string, OwnedResources>();
const keys = new Map<string, string>();
const bugs: string[] = [];

beforeAll(async () => {
  const noted = (fields: Readonly<Record<string, unknown>>) =>
    void bugs.push(String((fields.err as Error | undefined)?.stack));
  world = await openWorld({ log: { ...silentLog, error: noted } });
  const operator = await world.caller("OPERATOR");
  mine = await createOwnedResources(world, operator, "Mine");
  theirs = await createOwnedResources(world, operator, "Theirs");
  for (const status of ["pending", "suspended"]) {
    const estate = await makeSponsored(world, mine, `Sponsored ${status}`);
    sponsored.set(status, estate);
    await world.database.writeInstallation((db) =>
      db.updateTable("sponsorships").set({ status }).where("customer_id", "=", estate.buyer.customerId).execute(),
    );
  }
  keys.set("operator", operator.key);
  for (const kind of ["BUYER", "SELLER"] as const) {
    const callers = {
      reader: await world.caller(kind, { readOnly: true }),
      newcomer: await world.caller(kind, { terms: false }),
      member: await world.caller(kind, { role: "MEMBER" }),
    };
    for (const [name, { key }] of Object.entries(callers)) keys.set(`${kind} ${name}`, key);
  }
});
afterAll(() => world.close());

const DESKS = [
  {
    side: "buyer",
    kind: "BUYER",
    mine: () => mine.buyer,
    ofTheMarket: ["storefront", "source", "salesAgent", "product"],
  },
  { side: "storefront", kind: "SELLER", mine: () => mine.seller, ofTheMarket: [] },
] as const;

describe.each(DESKS)("at the $side's server", ({ side, kind, mine: caller, ofTheMarket }) => {
  const endpoint = `/mcp/${side}`;
  const offered = openGuide(
    side,
    operations.filter(({ access }) => access !== "public"),
  ).operations.map((op) => [op.id, op] as const);

  /** The answers over both transports, REST first. */
  async function askBoth(op: Operation, inputs: Inputs, key: string | undefined) {
    const [rest, mcp] = [await send(world, op, inputs, key), await sendByMcp(world, op, inputs, key, endpoint)];
    return { rest: { data: rest.data, error: rest.error }, mcp: { data: mcp.data, error: mcp.error } };
  }

  const REFUSED = { data: null, error: { code: expect.any(String), message: expect.any(String) } };

  test.each(offered)("%s answers 401 without a key, before it is examined", async (_, op) => {
    const reply = await sendByMcp(world, op, inputsOf(op, mine.ids), undefined, endpoint);
    expect(reply.status).toBe(401);
    expect(reply.headers["www-authenticate"]).toContain("resource_metadata");
  });

  describe("refused as over REST", () => {
    const changing = offered.filter(([, op]) => writes(op));
    const ofOneSide = offered.filter(([, op]) => !(op.sides?.includes("OPERATOR") ?? apisOf(op).includes("platform")));
    const above = offered.filter(([, { access }]) => access === "manage" || access === "operate");

    test.each(ofOneSide)("%s to the other side of the market", async (_, op) => {
      const { rest, mcp } = await askBoth(op, inputsOf(op, mine.ids), keys.get("operator"));
      expect(rest).toMatchObject(REFUSED);
      expect(mcp).toEqual(rest);
    });
    test.each(changing)("%s to a read-only key", async (_, op) => {
      const { rest, mcp } = await askBoth(op, inputsOf(op, mine.ids), keys.get(`${kind} reader`));
      expect(rest).toMatchObject(REFUSED);
      expect(mcp).toEqual(rest);
    });
    test.each(changing.filter(([, op]) => !op.beforeTerms))("%s before the terms", async (_, op) => {
      const { rest, mcp } = await askBoth(op, inputsOf(op, mine.ids), keys.get(`${kind} newcomer`));
      expect(rest).toMatchObject(REFUSED);
      expect(mcp).toEqual(rest);
    });
    test.skipIf(above.length === 0).each(above)("%s to a member without the role", async (_, op) => {
      const { rest, mcp } = await askBoth(op, inputsOf(op, mine.ids), keys.get(`${kind} member`));
      expect(rest).toMatchObject(REFUSED);
      expect(mcp).toEqual(rest);
    });
    const toBuyers = side === "buyer" ? changing.filter(([, op]) => !op.beforeTerms) : [];
    test.skipIf(toBuyers.length === 0).each(toBuyers)("%s to a sponsored buyer that is not active", async (_, op) => {
      for (const { buyer, ids } of sponsored.values()) {
        const { rest, mcp } = await askBoth(op, inputsOf(op, ids), buyer.key);
        expect(rest).toMatchObject(REFUSED);
        expect(mcp).toEqual(rest);
      }
    });
  });

  describe("foreign and missing", () => {
    const open: readonly Noun[] = ofTheMarket;
    const walled = offered.flatMap(([id, op]) =>
      Object.entries(op.refs ?? {}).flatMap(([path, noun]) =>
        open.includes(noun) ? [] : [[id, path, op, noun] as const],
      ),
    );

    test.each(walled)("in %s, somebody else's %s is answered as over REST", async (_, path, op, noun) => {
      const foreign = theirs.ids[noun];
      // A source with the same name belongs to the caller; another name represents a foreign one.
      const named = noun === "source" ? "theirs" : foreign;
      const { rest, mcp } = await askBoth(op, withRef(inputsOf(op, mine.ids), path, named), caller().key);
      expect(mcp.error).toEqual(rest.error);
    });
  });

  describe("hostile input", () => {
    test.each(offered)("%s is a refusal or an answer, never a bug", async (_, op) => {
      const parts = [...(op.body ? ["body"] : []), ...(op.query ? ["query"] : []), ...(op.params ? ["params"] : [])];
      if (parts.length === 0) return;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...parts), fc.nat({ max: 200 }), nasty, async (part, at, value) => {
          const inputs = inputsOf(op, mine.ids);
          const hostile = { ...inputs, [part]: spoiled(inputs[part as keyof Inputs], at, value) };
          const given = { operation: op.id, pathParams: hostile.params, query: hostile.query, body: hostile.body };
          expect(await bugsOf("api_call", given)).toEqual([]);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    });

    test("no argument of any tool is too strange to be answered", async () => {
      const samples = {
        api_call: {
          method: "GET",
          path: "/notifications/{id}",
          pathParams: { id: "1" },
          query: { limit: 1 },
          idempotencyKey: "12345678",
        },
        ask_about_capability: { question: "how do I start?" },
        ...(side === "storefront" && { ask_murph: { question: "why?", prompt: "why?", conversationUid: "1" } }),
        accept_tos: { version: "2026-01" },
        health: {},
        admin: { action: "listStorefront", params: { storefrontId: 1 } },
      };
      for (const [name, sample] of Object.entries(samples)) {
        const property = fc.asyncProperty(fc.nat({ max: 50 }), nasty, async (at, value) => {
          expect(await bugsOf(name, spoiled(sample, at, value))).toEqual([]);
        });
        await fc.assert(property, { numRuns: 40, seed: SEED });
      }
    });

    /** Errors that the caller did not cause. */
    async function bugsOf(tool: string, given: unknown): Promise<string[]> {
      bugs.length = 0;
      const { status, content } = await callTool(world, caller().key, tool, given, endpoint);
      const answered = content.error === null || /^[A-Z_]+$/.test(content.code) || content.error.code === -32602;
      const polluted = ({} as Record<string, unknown>).polluted !== undefined;
      return [
        ...bugs,
        ...(status === 200 && answered && !polluted ? [] : [JSON.stringify({ status, content, polluted })]),
      ];
    }
  });
});
