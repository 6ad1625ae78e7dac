import type { Storyboard } from "@adcp/sdk/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { openShopOfTwo } from "../agent/open-shop-of-two.ts";
import { GRADED, type GradingOptions, LEFT_OUT } from "./graded.ts";
import { type AdcpRelease, RELEASES } from "./releases.ts";
import { grade, type Transport } from "./run-storyboard.ts";

/** Storyboards for a seller of media; signed requests have a separate test. One storyboard names no track. */
const TRACKS = ["media_buy", "creative", "reporting", "core", "error_handling", "security", undefined];

const CREATIVE_RULES = {
  videoSeconds: [15, 30],
  audioSeconds: [30],
  displaySizes: ["300x250"],
  maxFileKb: 10_240,
  wanted: true,
  library: true,
  reviewHours: 0,
};

const releases = Object.keys(RELEASES) as AdcpRelease[];

test.each(releases)("every storyboard of %s about selling media is graded, or left out for a reason", (release) => {
  const ids = RELEASES[release].filter(({ track }) => TRACKS.includes(track)).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  expect(ids.filter((id) => !(id in GRADED) && !(id in LEFT_OUT))).toEqual([]);
});

interface Graded {
  readonly id: string;
  readonly storyboard: Storyboard;
  readonly grading: GradingOptions;
}

function gradedOf(release: AdcpRelease): Graded[] {
  return RELEASES[release].flatMap(({ phases, ...rest }) => {
    const { id } = rest;
    const grading = GRADED[id];
    if (!grading || (grading.only ?? release) !== release) return [];
    const kept = phases.filter((phase) => !grading.without?.includes(phase.id));
    return [{ id, storyboard: { ...rest, phases: kept }, grading }];
  });
}

/** What went wrong; empty if every step passed that was not skipped for a good reason. */
async function complaintsOf({ storyboard, grading }: Graded, shop: OpenShop, transport: Transport): Promise<string[]> {
  const { bringsLiveKey, mayBeSkippedFor = [] } = grading;
  const ownKey = bringsLiveKey && (await shop.world.caller("BUYER")).key;
  const { passed, failed, skipped } = await grade(storyboard, { shop, transport, ownKey });
  const leftOut = skipped.filter((step) => !mayBeSkippedFor.some((reason) => step.endsWith(reason)));
  return [...failed, ...leftOut, ...(passed === 0 ? ["nothing was graded"] : [])];
}

describe.each(releases)("of AdCP %s on one server", (release) => {
  let plain: OpenShop;
  let picky: OpenShop;
  beforeAll(async () => {
    plain = await openShop();
    picky = await openShop({ creativeRules: CREATIVE_RULES });
  });
  afterAll(() => Promise.all([plain, picky].map((shop) => shop.close())));
  const shopFor = ({ wantsCreatives }: GradingOptions) => (wantsCreatives ? picky : plain);

  test.each(gradedOf(release))("no step of $id fails over MCP", async (one) => {
    expect(await complaintsOf(one, shopFor(one.grading), "mcp")).toEqual([]);
  });

  const overA2a = gradedOf(release).filter(({ grading }) => grading.notOverA2a === undefined);
  test.each(overA2a)("no step of $id fails over A2A", async (one) => {
    expect(await complaintsOf(one, shopFor(one.grading), "a2a")).toEqual([]);
  });
});

describe("of AdCP 3.0.26 on two servers behind one address", () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShopOfTwo();
  });
  afterAll(() => shop.close());

  const everywhere = gradedOf("3.0.26").filter(({ grading }) => !grading.wantsCreatives);
  test.each(everywhere)("no step of $id fails over MCP", async (one) => {
    expect(await complaintsOf(one, shop, "mcp")).toEqual([]);
  });
});
