import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../bench/harness/statements.ts";
import type { Api } from "../../src/main/demo/api.ts";
import { storyteller } from "../../src/main/demo/print.ts";
import { type DemoProgress, walk } from "../../src/main/demo/walk.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { doJobs } from "../jobs.ts";
import { shapesIn } from "../topology/shapes.ts";
import { openWorld, type World } from "../world.ts";

/** The demo's own journey on the sandbox's own marketplace, so that what newcomers see is what is tested. */
let world: World;
let dataFolder: string;
let sandbox: SandboxFile;
let walked: DemoProgress;
/** The texts of all statements during the journey. */
let sent: ReadonlySet<string>;
/** Line by line, as printed. */
const reported: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  dataFolder = await mkdtemp(join(tmpdir(), "interchange-journey-"));
  sandbox = await openSandbox(world, { dataFolder });
  const conversation = await listenDuring(() =>
    walk(apiOf(sandbox.buyer.key), {
      ...surroundings(),
      sourceKeys: sourceKeys(),
      tell: storyteller({ print: (text) => void reported.push(...text.split("\n")), colour: false }),
    }),
  );
  walked = conversation.answer;
  sent = new Set(conversation.statements.map(({ text }) => text));
});
afterAll(() => world.close());

/** One media buy at each storefront that has something for the brief. */
const LIVE = ["ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE"];

const sourceKeys = () => new Map(sandbox.publishers.map(({ platformId, sourceKey }) => [platformId, sourceKey ?? ""]));

/** What the demo's server provides besides the buyer's API. */
const surroundings = () => ({
  sellers: new Map(sandbox.publishers.map(({ platformId, key }) => [`storefront-${platformId}`, apiOf(key)])),
  meanwhile: () => doJobs(world),
});

function apiOf(key: string): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const { status, data, error } = await world.anonymous(method as "GET", path, body, {
      authorization: `Bearer ${key}`,
    });
    if (error) throw new Error(`${method} ${path}: ${status} ${error.message}`);
    return data as T;
  };
}

test("a brief finds matching publishers in its country, the best first, each with its reason", () => {
  const names = walked.discovered.productGroups.map(({ groupName }) => groupName);
  expect(names.slice(0, 2)).toEqual(["Cedar Street Cinema", "Northbound Outdoors"]);
  expect(names).not.toContain("Alpenkanal");
  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const { products } of walked.discovered.productGroups) {
    const scores = products.map(({ relevance }) => relevance?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(products.every(({ relevance }) => relevance?.why)).toBe(true);
  }
});

test("executing buys at each seller: one is active immediately, one waits for its seller and says so", () => {
  expect(walked.afterExecute.map(({ status }) => status).sort()).toEqual([...LIVE.slice(1), "PENDING_APPROVAL"]);
  const waiting = walked.afterExecute.find(({ status }) => status === "PENDING_APPROVAL");
  expect(waiting?.why?.reason).toBeTruthy();
});

test("the seller approves when the sandbox clock passes that time", () => {
  expect(walked.afterApproval.map(({ status }) => status)).toEqual(LIVE);
});

test("a spot waits for the seller's people, and the seller has it once they have approved it", () => {
  expect(walked.shown).toMatchObject({
    review: { status: "approved", buyerName: "Harbour & Pine Media" },
    creative: { sync_status: { synced: true } },
  });
});

test("pausing stops delivery and reactivating starts it again", () => {
  expect(walked.whilePaused.map(({ status }) => status)).toEqual(LIVE.map(() => "PAUSED"));
  // Delivery before the pause is kept.
  expect(walked.spend.before).toBeGreaterThan(0);
  expect(walked.spend.paused).toBeGreaterThanOrEqual(walked.spend.before);
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
  expect(buys).toHaveLength(LIVE.length);
  const cedar = buys.find(({ name }) => name?.includes("Cedar Street"));
  expect(cedar?.totals).toMatchObject({ impressions: 12_500, clicks: 21 });
  expect(totals.impressions).toBeGreaterThan(100_000);
  expect(totals.spend).toBeLessThanOrEqual(30_000);
});

test("no statement of the journey has a shape that a distributed database refuses or crashes on", () => {
  expect(sent.size).toBeGreaterThan(100);
  expect([...sent].flatMap((text) => shapesIn(text).map((shape) => `${shape}: ${text}`))).toEqual([]);
});

test("a second journey finds the marketplace, the advertiser and the credential unchanged", async () => {
  expect(await openSandbox(world, { dataFolder })).toEqual(sandbox);
  const second = await walk(apiOf(sandbox.buyer.key), {
    ...surroundings(),
    sourceKeys: new Map(),
    tell: () => {},
  });
  expect(second.afterExecute).toHaveLength(LIVE.length);
  const { total } = await apiOf(sandbox.buyer.key)<{ total: number }>("GET", "/buyer/advertisers");
  expect(total).toBe(1);
});

test("the journey is told in chapters, on lines that fit a terminal", () => {
  expect(reported.filter((line) => /^\d+\. /.test(line)).length).toBeGreaterThanOrEqual(10);
  expect(reported.filter((line) => line.length > 100)).toEqual([]);
});

/** Ids, amounts and times differ from journey to journey, and with them the widths of columns. */
const alike = (line: string) =>
  line
    .replaceAll(/\d[\d,.:TZ-]*/g, "0")
    .replaceAll(/ +/g, " ")
    .trim();

test("the README's excerpt is what the journey prints, except for numbers and omissions", async () => {
  const readme = await readFile(join(import.meta.dirname, "../../README.md"), "utf8");
  const excerpt = /<!-- demo: begin -->\s*```\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const known = reported.map(alike);
  const quoted = excerpt.split("\n").map((line) => alike(line.replace(/….*$/, "")));
  expect(quoted.filter(Boolean).length).toBeGreaterThan(20);
  expect(quoted.filter((line) => !known.some((one) => one.startsWith(line)))).toEqual([]);
});
