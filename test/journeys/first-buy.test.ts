import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Api } from "../../src/main/demo/api.ts";
import { type Line, type Walked, walk } from "../../src/main/demo/walk.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { openWorld, type World } from "../world.ts";

/** The demo's own walk, on the sandbox's own marketplace: what a newcomer is shown is what is tested. */
let world: World;
let dataFolder: string;
let sandbox: SandboxFile;
let walked: Walked;
const lines: Line[] = [];

beforeAll(async () => {
  world = await openWorld();
  dataFolder = await mkdtemp(join(tmpdir(), "interchange-journey-"));
  sandbox = await openSandbox(world, { dataFolder });
  walked = await walk(apiOf(sandbox.buyer.key), { sourceKeys: sourceKeys(), tell: (line) => void lines.push(line) });
});
afterAll(() => world.close());

const sourceKeys = () => new Map(sandbox.publishers.map(({ platformId, sourceKey }) => [platformId, sourceKey ?? ""]));

function apiOf(key: string): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const { status, data, error } = await world.anonymous(method as "GET", path, body, {
      authorization: `Bearer ${key}`,
    });
    if (error) throw new Error(`${method} ${path}: ${status} ${error.message}`);
    return data as T;
  };
}

test("a brief finds products of all three publishers, the most relevant first, each with its reason", () => {
  expect(walked.discovered.productGroups.map(({ groupName }) => groupName).sort()).toEqual(
    sandbox.publishers.map(({ name }) => name).sort(),
  );
  for (const { products } of walked.discovered.productGroups) {
    const scores = products.map(({ relevance }) => relevance?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(products.every(({ relevance }) => relevance?.why)).toBe(true);
  }
});

test("executing buys at each seller: one is active at once, one waits for its seller and says so", () => {
  expect(walked.afterExecute.map(({ status }) => status).sort()).toEqual(["ACTIVE", "ACTIVE", "PENDING_APPROVAL"]);
  const waiting = walked.afterExecute.find(({ status }) => status === "PENDING_APPROVAL");
  expect(waiting?.why?.reason).toBeTruthy();
});

test("the seller's approval comes as the sandbox clock passes it", () => {
  expect(walked.afterApproval.map(({ status }) => status)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
});

test("pausing stops delivery and reactivating starts it again", () => {
  expect(walked.whilePaused.map(({ status }) => status)).toEqual(["PAUSED", "PAUSED", "PAUSED"]);
  expect(walked.spend.paused).toBeGreaterThan(0);
  expect(walked.spend.aDayLater).toBe(walked.spend.paused);
  expect(walked.spend.end).toBeGreaterThan(walked.spend.aDayLater);
  expect(walked.campaign.status).toBe("ACTIVE");
});

test("the report adds up exactly, from packages to the whole", () => {
  const cents = (amounts: readonly number[]) => Math.round(amounts.reduce((sum, amount) => sum + amount * 1e6, 0));
  const { advertisers, totals } = walked.report;
  const campaigns = advertisers.flatMap((advertiser) => advertiser.campaigns);
  const buys = campaigns.flatMap(({ mediaBuys }) => mediaBuys);
  const packages = buys.flatMap((buy) => buy.packages);
  for (const level of [campaigns, buys, packages]) {
    const spends = level.map((row) => ("metrics" in row ? (row.metrics ?? row.totals) : row.totals)?.spend ?? 0);
    expect(cents(spends)).toBe(cents([totals.spend]));
  }
  expect(buys).toHaveLength(3);
  expect(totals.impressions).toBeGreaterThan(100_000);
  expect(totals.spend).toBeLessThanOrEqual(30_000);
});

test("a second walk finds the marketplace, the advertiser and the credential as they were", async () => {
  expect(await openSandbox(world, { dataFolder })).toEqual(sandbox);
  const second = await walk(apiOf(sandbox.buyer.key), { sourceKeys: new Map(), tell: () => {} });
  expect(second.afterExecute).toHaveLength(3);
  const { total } = await apiOf(sandbox.buyer.key)<{ total: number }>("GET", "/buyer/advertisers");
  expect(total).toBe(1);
});

test("the walk tells its story in chapters", () => {
  expect(lines.filter((line) => "chapter" in line).length).toBeGreaterThanOrEqual(8);
});
