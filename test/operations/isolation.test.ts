import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Noun } from "../../src/ground/kernel/inputs/noun.ts";
import { apisOf, type Operation, operation, writes } from "../../src/ground/kernel/operation.ts";
import type { CustomerKind } from "../../src/ground/kernel/viewer.ts";
import { operations } from "../../src/main/areas.ts";
import { type Caller, openWorld, type Reply, type World } from "../world.ts";
import { createOwnedResources, makeSponsored, type OwnedResources } from "./owned-resources.ts";
import { type Inputs, inputsOf, send, withRef } from "./request-of.ts";

/** Every operation × every caller that should be refused. Derived from the operation table, so what is declared is what is tested. */
const SIDES: Readonly<Record<string, readonly CustomerKind[]>> = {
  buyer: ["BUYER"],
  storefront: ["SELLER"],
  operator: ["OPERATOR"],
  platform: ["BUYER", "SELLER", "OPERATOR"],
};
/** What sellers show to every buyer in the open market, and what a sponsored buyer sees of one storefront only. */
const OF_THE_MARKET: readonly Noun[] = ["storefront", "source", "salesAgent", "product"];
const sidesOf = (op: Operation) => op.sides ?? SIDES[apisOf(op)[0] ?? "platform"] ?? [];

let world: World;
let mine: OwnedResources;
let theirs: OwnedResources;
let operator: Caller;

beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
  mine = await createOwnedResources(world, operator, "Mine");
  theirs = await createOwnedResources(world, operator, "Theirs");
});
afterAll(() => world.close());

const keyed = operations.filter(({ access }) => access !== "public").map((op) => [op.id, op] as const);

describe("without a key", () => {
  test.each(keyed)("%s answers 401 and says how to send one", async (_, op) => {
    const reply = await send(world, op, inputsOf(op, mine.ids), undefined);
    expect(reply).toMatchObject({ status: 401, data: null, error: { code: "UNAUTHORIZED" } });
    expect(reply.headers["www-authenticate"]).toContain("Bearer");
  });
});

test("an unknown key, a malformed one and a revoked one are refused alike", async () => {
  const revoked = await world.caller("BUYER");
  await world.database.writeInstallation((db) =>
    db.updateTable("api_keys").set({ revoked_at: new Date() }).where("customer_id", "=", revoked.customerId).execute(),
  );
  const replies = await Promise.all(
    ["nonsense", `scope3_${"a".repeat(12)}_${"b".repeat(43)}`, revoked.key].map((key) =>
      world.anonymous("GET", "/accounts/current", undefined, { authorization: `Bearer ${key}` }),
    ),
  );
  for (const { status, error } of replies) expect({ status, error }).toEqual({ status: 401, error: replies[0]?.error });
});

describe("the other side of the market", () => {
  const oneSided = keyed.filter(([, op]) => sidesOf(op).length < 3);
  test.each(oneSided)("%s answers 403", async (_, op) => {
    const other = (["BUYER", "SELLER", "OPERATOR"] as const).find((side) => !sidesOf(op).includes(side)) ?? "SELLER";
    const stranger = await world.caller(other);
    const reply = await send(world, op, inputsOf(op, mine.ids), stranger.key);
    expect(reply).toMatchObject({ status: 403, error: { code: "CUSTOMER_ROLE_DENIED" } });
  });
});

describe("callers without permission", () => {
  const changing = keyed.filter(([, op]) => writes(op));

  test.each(changing)("%s is refused to a read-only key", async (_, op) => {
    const reader = await world.caller(sidesOf(op)[0] ?? "BUYER", { readOnly: true });
    expect(await send(world, op, inputsOf(op, mine.ids), reader.key)).toMatchObject({
      status: 403,
      error: { code: "FORBIDDEN" },
    });
  });

  test.each(changing.filter(([, op]) => !op.beforeTerms))("%s needs the accepted terms", async (_, op) => {
    const newcomer = await world.caller(sidesOf(op)[0] ?? "BUYER", { terms: false });
    expect(await send(world, op, inputsOf(op, mine.ids), newcomer.key)).toMatchObject({
      status: 403,
      error: { code: "TOS_ACCEPTANCE_REQUIRED" },
    });
  });

  const above = keyed.filter(([, { access }]) => access === "manage" || access === "operate");
  test.skipIf(above.length === 0).each(above)("%s is refused to a member without the role", async (_, op) => {
    const member = await world.caller(sidesOf(op)[0] ?? "BUYER", { role: "MEMBER" });
    expect(await send(world, op, inputsOf(op, mine.ids), member.key)).toMatchObject({
      status: 403,
      error: { code: "FORBIDDEN" },
    });
  });
});

test("no operation for callers with a tenant of their own sees every tenant", () => {
  const [sample] = operations.filter(({ access }) => access === "read");
  if (!sample) throw new Error("there is nothing to read");
  expect(() => operation({ ...sample, reach: "installation", handle: async () => null })).toThrow(sample.id);
});

/** A value from a short list is not an id. */
function isChoice({ params }: Operation, name: string): boolean {
  return params instanceof z.ZodObject && new Map(Object.entries(params.shape)).get(name) instanceof z.ZodEnum;
}

describe("ownership", () => {
  test.each(keyed)("%s declares the owner of every id in its inputs", (_, op) => {
    const names = [...op.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const params = names.filter((name) => !isChoice(op, name)).map((name) => `params.${name}`);
    expect(Object.keys(op.refs ?? {})).toEqual(expect.arrayContaining(params));
  });

  const references = keyed.flatMap(([id, op]) =>
    Object.entries(op.refs ?? {}).map(([path, noun]) => [id, path, op, noun] as const),
  );
  // Every buyer can see storefronts, and their sources and products: only each side's own data is isolated. A seller who creates a link for
  // somebody else's storefront is told so by name, as in the contract (§2.1), because storefront ids are public. A publisher's domain
  // belongs to nobody: removing one that is not in the list is a success, whoever else has it in theirs.
  const walled = references.filter(
    ([id, , op, noun]) =>
      !(sidesOf(op).includes("BUYER") && OF_THE_MARKET.includes(noun)) &&
      !sidesOf(op).includes("OPERATOR") &&
      !(id === "createJoinLink" && noun === "storefront") &&
      noun !== "publisher",
  );

  test.each(walled)("%s answers a foreign %s exactly like a missing one", async (_, path, op, noun) => {
    const caller = sidesOf(op)[0] === "SELLER" ? mine.seller : mine.buyer;
    const foreign = theirs.ids[noun];
    if (foreign === undefined) throw new Error(`the estate owns no ${noun}: add one to estate.ts`);
    const missing =
      typeof foreign === "number" || /^\d+$/.test(foreign) ? "999999999" : foreign.replace(/.{6}$/, "000000");
    // The caller has a source with the same name, so a foreign one cannot be distinguished; another name represents it.
    if (noun === "source") return;
    const inputs = inputsOf(op, mine.ids);
    const [a, b] = [
      await send(world, op, withRef(inputs, path, foreign), caller.key),
      await send(world, op, withRef(inputs, path, missing), caller.key),
    ];
    const ids = [String(foreign), missing];
    expect(reported(a, ids)).toEqual(reported(b, ids));
    // A filter that names a missing resource finds nothing; everything else is refused.
    expect(path.startsWith("query.") ? [200, 400, 404] : [400, 404]).toContain(a.status);
  });
});

describe("a sponsored buyer", () => {
  const statuses = ["active", "pending", "suspended"] as const;
  const sponsored = new Map<string, OwnedResources>();
  beforeAll(async () => {
    for (const status of statuses) {
      const estate = await makeSponsored(world, mine, `Sponsored ${status}`);
      sponsored.set(status, estate);
      await world.database.writeInstallation((db) =>
        db.updateTable("sponsorships").set({ status }).where("customer_id", "=", estate.buyer.customerId).execute(),
      );
    }
  });
  const ask = (status: string, op: Operation, change: (inputs: Inputs) => Inputs = (inputs) => inputs) => {
    const { buyer, ids } = sponsored.get(status) ?? mine;
    return send(world, op, change(inputsOf(op, ids)), buyer.key);
  };

  const ofBuyers = keyed.filter(([, op]) => sidesOf(op).includes("BUYER"));
  // Every storefront may use this name for a source, so another's is only distinguished by its storefront.
  const ofTheMarket = ofBuyers.flatMap(([id, op]) =>
    Object.entries(op.refs ?? {}).flatMap(([path, noun]) =>
      OF_THE_MARKET.includes(noun) && noun !== "source" ? [[id, path, op, noun] as const] : [],
    ),
  );

  describe.each(statuses)("that is %s", (status) => {
    test.each(ofTheMarket)(
      "in %s, %s of another storefront reads exactly like a missing one",
      async (_, path, op, noun) => {
        const foreign = String(theirs.ids[noun]);
        const missing = /^\d+$/.test(foreign) ? "999999999" : foreign.replace(/.{6}$/, "000000");
        const [a, b] = [
          await ask(status, op, (inputs) => withRef(inputs, path, foreign)),
          await ask(status, op, (inputs) => withRef(inputs, path, missing)),
        ];
        expect(reported(a, [foreign, missing])).toEqual(reported(b, [foreign, missing]));
      },
    );

    test.each(ofBuyers)("%s reveals nothing about another storefront", async (_, op) => {
      expect(JSON.stringify(await ask(status, op))).not.toMatch(/theirs[ -]media/i);
    });
  });

  const changing = ofBuyers.filter(([, op]) => writes(op) && !op.beforeTerms);
  describe.each(["pending", "suspended"])("that is %s", (status) => {
    test.each(changing)("%s is refused, and says why", async (_, op) => {
      expect(await ask(status, op)).toMatchObject({
        status: 403,
        error: { code: "ACCESS_DENIED", details: { sponsorshipStatus: status } },
      });
    });
  });

  test("sees what every buyer sees of its own storefront, and while it waits only who that is", async () => {
    const { storefront } = mine.ids;
    const seenBy = async ({ buyer }: OwnedResources = mine, id = storefront) =>
      (await buyer.get(`/buyer/storefronts/${id}`)).data;
    const [open, active, pending] = [
      await seenBy(),
      await seenBy(sponsored.get("active")),
      await seenBy(sponsored.get("pending")),
    ];
    expect(await seenBy(mine, theirs.ids.storefront)).toMatchObject({ name: "Theirs Media" });
    expect(active).toMatchObject({ name: open.name, sources: [{ sourceId: "main" }] });
    expect(pending).toEqual({ ...open, sources: [] });
  });
});

/** The information in a reply, except for the requested ids, now or in stored answers. */
function reported({ status, data, error }: Reply, ids: readonly string[]) {
  const alone = new RegExp(`(?<![\\w-])(${ids.join("|")})(?![\\w-])`, "g");
  // Longer ids first, because a short id may be part of a long one.
  const written = ids.toSorted((a, b) => b.length - a.length).flatMap((id) => [id, JSON.stringify(id).slice(1, -1)]);
  return {
    status,
    data: JSON.parse(JSON.stringify(data), (_, part) =>
      typeof part === "string" ? part.replaceAll(alone, "ID") : part,
    ),
    error: JSON.parse(written.reduce((text, id) => text.replaceAll(id, "ID"), JSON.stringify(error))),
  };
}
