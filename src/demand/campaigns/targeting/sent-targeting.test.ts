import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";
import { targetingOf, unsendableIn } from "./sent-targeting.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const CAP = { max_impressions: 3, window: { interval: 1, unit: "days" } };

test("constraints and the first cap are converted to AdCP's terms, and those without any are named", () => {
  const constraints = {
    channels: ["ctv"],
    countries: ["CA"],
    geo_countries: ["US"],
    geo_regions: [],
    language: ["English"],
    geo_postal_areas: [{ system: "zip", country: "US", values: ["10001"] }],
  };
  const plan = { constraints, frequencyCaps: [CAP, CAP] };
  expect(targetingOf(plan)).toEqual({
    geo_countries: ["US", "CA"],
    geo_postal_areas: [{ system: "zip", country: "US", values: ["10001"] }],
    frequency_cap: { ...CAP, per: "individuals" },
  });
  expect(unsendableIn(plan).map((warning) => warning.split(":")[0])).toEqual([
    "constraints.language",
    "frequencyCaps.1",
  ]);
  expect(targetingOf({ constraints: null, frequencyCaps: null })).toEqual({});
  const weekly = { ...CAP, window: { interval: 1, unit: "weeks" } };
  expect(unsendableIn({ constraints: {}, frequencyCaps: [weekly] })).toEqual([
    expect.stringMatching(/^frequencyCaps\.0: /),
  ]);
});

test("each seller is sent what it honours; execute warns about the rest, and a later change about what has been sent", async () => {
  const [able, plain] = [new Shop("able"), new Shop("plain")];
  able.honoured = ["geo_countries", "frequency_cap", "frequency_cap/per/individuals", "frequency_cap/window/days"];
  const desk = await openCampaignFixture(market, able, plain);
  const id = await desk.plan(["able", "plain"]);
  const asked = { constraints: { geo_countries: ["US"] }, frequencyCaps: [CAP] };
  expect(ok(await desk.buyer.put(`/buyer/campaigns/${id}`, asked))).not.toHaveProperty("warnings");
  const { notices } = ok(await desk.execute(id));
  const { mediaBuys } = await desk.read(id);
  const idAt = (agentId: string) =>
    mediaBuys.find(({ salesAgentId }: { salesAgentId: string }) => salesAgentId === agentId).mediaBuyId;
  expect(notices).toEqual([
    {
      type: "targeting_untold",
      mediaBuyId: idAt(plain.agentId),
      targeting: expect.arrayContaining(["geo_countries", "frequency_cap"]),
      hint: expect.stringContaining(plain.name),
    },
  ]);
  expect(able.created[0]?.request.packages[0]?.targeting).toEqual({
    geo_countries: ["US"],
    frequency_cap: { ...CAP, per: "individuals" },
  });
  expect(plain.created[0]?.request.packages[0]).not.toHaveProperty("targeting");

  const later = ok(await desk.buyer.put(`/buyer/campaigns/${id}`, { constraints: { geo_countries: ["CA"] } }));
  expect(later.warnings).toEqual([expect.stringContaining(idAt(able.agentId))]);
});
