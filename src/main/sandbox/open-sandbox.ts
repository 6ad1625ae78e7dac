import { mkdir } from "node:fs/promises";
import pg from "pg";
import { PUBLISHERS, type Simulation } from "../../supply/simulated/index.ts";
import { addOrganisation } from "../add-organisation.ts";
import type { Started } from "../start.ts";
import { admitGrader } from "./admit-grader.ts";
import { callInside } from "./call-inside.ts";
import { openSpreadsheetPublisher } from "./open-spreadsheet-publisher.ts";
import { readSandboxFile, type SandboxFile, type SandboxPublisher, writeSandboxFile } from "./sandbox-file.ts";

/** Any number will do, as long as every process that creates this marketplace uses the same one. */
const LOCK = 7_040_519;

/**
 * Creates the sandbox marketplace: twelve publishers with different inventory, one that sells from a spreadsheet, a buyer and an operator.
 * They are created through the same operations that everybody uses. An existing marketplace is reused.
 */
export async function openSandbox(started: Started, { dataFolder }: { dataFolder: string }): Promise<SandboxFile> {
  const baseUrl = started.host.installation.publicUrl;
  await mkdir(dataFolder, { recursive: true });
  return alone(started.databaseUrl, async () => {
    const known = await readSandboxFile(dataFolder);
    const sandbox =
      known && (await stillOpens(started, known)) ? { ...known, baseUrl } : await makeMarketplace(started, baseUrl);
    await writeSandboxFile(dataFolder, sandbox);
    return sandbox;
  });
}

/** Makes sure that two servers which start at the same time on a new database create only one marketplace. */
async function alone<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

/** The keys in the file may not work any more, because the file may be older than its database. */
async function stillOpens({ app }: Started, { buyer, seller, operator }: SandboxFile): Promise<boolean> {
  const answers = await Promise.all(
    [buyer, seller, operator].map(({ key }) =>
      app.inject({ method: "GET", url: "/api/v2/accounts/current", headers: { authorization: `Bearer ${key}` } }),
    ),
  );
  return answers.every(({ statusCode }) => statusCode === 200);
}

async function makeMarketplace(started: Started, baseUrl: string): Promise<SandboxFile> {
  const operator = await addOrganisation(started, {
    kind: "OPERATOR",
    company: "Sandbox Operations",
    email: "operator@sandbox.example",
    role: "SUPER_ADMIN",
    sandbox: true,
  });
  await callInside(started.app, operator.key, "POST", "/api/v2/accept-tos");
  const publishers: SandboxPublisher[] = [];
  for (const profile of PUBLISHERS) publishers.push(await openPublisher(started, profile, operator.key));
  publishers.push(await openSpreadsheetPublisher(started, operator.key));
  const buyer = await addOrganisation(started, {
    kind: "BUYER",
    company: "Harbour & Pine Media",
    domain: "harbourpine.example",
    email: "buyer@harbourpine.example",
    role: "ADMIN",
    sandbox: true,
  });
  // A storefront whose source its own people can use without a buyer's credential, for previews and tests.
  const seller = publishers.find(({ sourceKey }) => sourceKey === null);
  if (!seller) throw new Error("a sandbox needs a publisher that requires no key");
  return { baseUrl, buyer, seller, operator, publishers };
}

/** Accepts the terms as a seller and opens a storefront with a single source, which the operator then lists. */
async function openPublisher(started: Started, simulation: Simulation, operatorKey: string): Promise<SandboxPublisher> {
  const { name, publisherDomain, currency, requiresKey } = simulation;
  const organisation = await addOrganisation(started, {
    kind: "SELLER",
    company: name,
    domain: publisherDomain,
    email: `sales@${publisherDomain}`,
    role: "ADMIN",
    sandbox: true,
  });
  const asSeller = (method: "POST" | "PUT", path: string, body?: unknown) =>
    callInside(started.app, organisation.key, method, path, body);
  await asSeller("POST", "/api/v2/accept-tos");
  const storefront = await asSeller("POST", "/api/v2/storefront", {
    name,
    publisherDomain,
    operatorDomain: publisherDomain,
    defaultCurrency: currency,
    acceptsAllCountries: true,
  });
  const source = await asSeller("POST", "/api/v2/storefront/inventory-sources", {
    sourceId: "main",
    name: `${name} inventory`,
    executionType: "SIMULATED",
    type: "SALES",
    simulation,
    // If the source had a key of the seller's, buyers would need none; here each buyer has one.
    authenticationType: requiresKey === null ? "NO_AUTH" : "API_KEY",
  });
  await asSeller("PUT", "/api/v2/storefront", { isPaused: false });
  await admitGrader(started.app, organisation.key);
  const storefrontId = Number(storefront.storefrontId);
  await callInside(started.app, operatorKey, "POST", `/api/v2/operator/storefronts/${storefrontId}/list`);
  return {
    name,
    ...organisation,
    storefrontId,
    platformId: String(storefront.platformId),
    sourceId: String(source.sourceId),
    sourceKey: requiresKey,
  };
}
