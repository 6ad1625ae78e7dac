import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { refreshJob } from "../src/ground/job-references/index.ts";
import { openSandbox } from "../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../src/main/sandbox/sandbox-file.ts";
import { PROFILES } from "../src/supply/simulated/index.ts";
import type { Reply, World } from "./world.ts";

/** Keys, auctions, guarantees and waiting: the sandbox has more publishers, but these three show every way of selling. */
const SELLERS: readonly string[] = Object.values(PROFILES).map(({ name }) => name);

interface Offered {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly pricingOptions: readonly { readonly pricingOptionId: string; readonly isFixed: boolean }[];
}

/** A line in a publisher's own ledger. */
export interface Line {
  readonly type: "created" | "changed";
  readonly key: string;
  readonly mediaBuyId: string;
  readonly paused?: boolean;
  readonly packages?: readonly { readonly creativeIds?: readonly string[] }[];
}

/** A buyer in a sandbox, who has accepted the terms, and has a credential at every publisher that requires one. */
export interface SandboxBuyer {
  readonly key: string;
  /** Returns the answer, whatever it is. */
  ask(method: "GET" | "POST", path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Returns the answer's data; throws if it has none. */
  as(method: "GET" | "POST", path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply["data"]>;
  /** A campaign with one product from each of three publishers, ready to be executed. */
  plan(): Promise<string>;
}

export async function openSandboxBuyer(world: World, name: string): Promise<SandboxBuyer> {
  const dataFolder = await mkdtemp(join(tmpdir(), `interchange-${name}-`));
  const sandbox: SandboxFile = await openSandbox(world, { dataFolder });
  const { key } = sandbox.buyer;

  const ask: SandboxBuyer["ask"] = (method, path, body, headers = {}) =>
    world.anonymous(method, path, body, { authorization: `Bearer ${key}`, ...headers });

  const as: SandboxBuyer["as"] = async (method, path, body, headers) => {
    const { status, data, error } = await ask(method, path, body, headers);
    if (error) throw new Error(`${method} ${path}: ${status} ${error.message}`);
    return data;
  };

  await as("POST", "/accept-tos");
  for (const { storefrontId, sourceId, sourceKey } of sandbox.publishers.filter((one) => one.sourceKey)) {
    const body = { accountIdentifier: name, auth: { type: "api_key", token: sourceKey } };
    await as("POST", `/buyer/storefronts/${storefrontId}/sources/${sourceId}/credentials`, body);
  }
  const { id: advertiserId } = await as("POST", "/buyer/advertisers", { name, brand: `${name}.example` });
  const storefrontIds = sandbox.publishers.filter((one) => SELLERS.includes(one.name)).map((one) => one.storefrontId);

  const plan = async () => {
    const { discoveryId, productGroups } = await as("POST", "/buyer/discovery/discover-products", {
      advertiserId,
      productsPerGroup: 1,
      channels: ["ctv", "olv", "display", "podcast", "streaming_audio"],
      storefrontIds,
    });
    const groups: readonly { readonly products: readonly Offered[] }[] = productGroups;
    const products = groups.flatMap((group) => group.products.slice(0, 1).map(chosen));
    await as("POST", `/buyer/discovery/${discoveryId}/products`, { products });
    const { campaign } = await as("POST", "/buyer/campaigns", {
      advertiserId,
      name: `${name} ${discoveryId}`,
      flightDates: { startDate: inDays(1), endDate: inDays(20) },
      budget: { total: 15_000 },
      discoveryId,
    });
    return campaign.campaignId;
  };
  return { key, ask, as, plan };
}

function chosen({ productId, salesAgentId, pricingOptions }: Offered) {
  const option = pricingOptions.find(({ isFixed }) => isFixed) ?? pricingOptions[0];
  const bid = option?.isFixed ? {} : { bidPrice: 60 };
  return { productId, salesAgentId, pricingOptionId: option?.pricingOptionId, budget: 5_000, ...bid };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** The buyer asks about every undecided purchase of the campaigns, as it does every hour, because an answer may have been lost. */
export async function lookAgain(world: World, admin: pg.Client, campaignIds: readonly string[]): Promise<void> {
  const { rows } = await admin.query<{ customerId: number; mediaBuyId: string }>(
    `select customer_id::float8 as "customerId", media_buy_id as "mediaBuyId" from media_buys
     where campaign_id = any($1) and status = 'PENDING_APPROVAL'`,
    [campaignIds],
  );
  await world.database.writeInstallation(async (db) => {
    for (const input of rows) await world.jobs.enqueue(db, refreshJob, input, { key: input.mediaBuyId });
  });
}

/** The simulated publishers' own records, each in a file of its own. */
export async function ledgerLines(world: World): Promise<readonly Line[]> {
  const folder = join(world.parts.dataFolder, "simulated");
  const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")));
  return texts.flatMap((text) =>
    text
      .split("\n")
      .filter((line) => line.endsWith("}"))
      .map((line) => JSON.parse(line) as Line),
  );
}
