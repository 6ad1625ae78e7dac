import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { areas } from "../../src/main/areas.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { expectData } from "./expect-data.ts";
import { createOwnedResources, type Ids, type OwnedResources } from "./owned-resources.ts";

let world: World;
let operator: Caller;
let mine: OwnedResources;
let theirs: OwnedResources;

beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
  mine = await createOwnedResources(world, operator, "Settled");
  theirs = await createOwnedResources(world, operator, "Held");
});
afterAll(() => world.close());

const finders = areas.flatMap((area) => area.finders);

/** The noun under which the estate has the id of what a finder finds. */
const NOUN: Readonly<Record<string, keyof Ids>> = {
  "BUYER advertiser": "advertiser",
  "BUYER campaign": "campaign",
  "BUYER media_buy": "mediaBuy",
  "BUYER creative": "creative",
  "BUYER catalog": "catalog",
  "BUYER storefront": "storefront",
  "SELLER media_buy": "order",
  "SELLER inventory_source": "source",
  "SELLER join_link": "joinLink",
  "SELLER buyer": "sponsoredBuyer",
  "OPERATOR storefront": "storefront",
  "OPERATOR organisation": "customer",
};

const ways = { BUYER: "buyer", SELLER: "storefront", OPERATOR: "operator" } as const;

async function found(caller: Caller, side: keyof typeof ways, q: string | number) {
  const { items } = expectData(await caller.get(`/${ways[side]}/search?q=${encodeURIComponent(q)}`));
  return items as { kind: string; id: string; name: string; within: string | null }[];
}

const seekerOf = ({ buyer, seller }: OwnedResources, side: keyof typeof ways) =>
  ({ BUYER: buyer, SELLER: seller, OPERATOR: operator })[side];

describe("search", () => {
  test.each(finders.map(({ side, kind }) => [side, kind] as const))(
    "for %s finds a %s by its id",
    async (side, kind) => {
      const id = String(mine.ids[NOUN[`${side} ${kind}`] ?? "customer"]).replace(/^cat_/, "");
      const isIt = expect.objectContaining({ kind, id });
      expect(await found(seekerOf(mine, side), side, id)).toContainEqual(isIt);
      // Everybody finds what is on the market, and each seller calls its first source "main".
      if (side === "OPERATOR" || kind === "storefront" || kind === "inventory_source") return;
      expect(await found(seekerOf(theirs, side), side, id)).not.toContainEqual(isIt);
    },
  );

  test("finds by a part of a name in any letter case, among the caller's own", async () => {
    const kinds = (await found(mine.buyer, "BUYER", "sEttL")).map(({ kind, name }) => [kind, /settled/i.test(name)]);
    expect(kinds).toContainEqual(["advertiser", true]);
    expect(kinds).toContainEqual(["campaign", true]);
    expect(kinds.every(([, named]) => named)).toBe(true);
    const foreign = await found(theirs.buyer, "BUYER", "settled");
    expect(foreign.filter(({ kind }) => kind !== "storefront")).toEqual([]);
  });

  test("treats special characters of patterns literally", async () => {
    expect(await found(mine.buyer, "BUYER", "%%")).toEqual([]);
    expect(await found(mine.buyer, "BUYER", "__")).toEqual([]);
  });

  test("requires a text", async () => {
    expect(await mine.buyer.get("/buyer/search?q=%20%20")).toMatchObject({
      status: 400,
      error: { details: { issues: [{ path: "q" }] } },
    });
  });
});
