import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { withValue } from "../../../../test/sample.ts";
import { toolNamed } from "../tools/tools.ts";
import { isIgnored } from "./ignored-words.ts";
import { REFUSED, WHOLE } from "./refused-words.ts";
import { straysIn } from "./unknown-fields.ts";

/** The name of every field that requests of AdCP 3.0.6 and 3.1.19 may have, by tool; fields that are treated as a whole are not entered. */
const FILE = join(import.meta.dirname, "../../../../test/agent/adcp-request-words.json");
const WORDS = JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, Readonly<Record<string, string[]>>>>;

const requests = Object.entries(WORDS).flatMap(([release, tools]) =>
  Object.entries(tools).map(([name, words]) => [name, release, words] as const),
);

describe("no field of a request is lost", () => {
  test.each(requests)("of %s in AdCP %s: each is acted on, refused or named as ignored", (name, _, words) => {
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => !isSettled(name, word))).toEqual([]);
  });

  test("a tool refuses no field that does not exist in any release", () => {
    const asked = new Set(requests.flatMap(([name, , words]) => words.map((word) => `${name} ${word}`)));
    const refused = Object.entries(REFUSED).flatMap(([name, words]) =>
      Object.keys(words).map((word) => `${name} ${word}`),
    );
    expect(refused.filter((one) => !asked.has(one))).toEqual([]);
  });
});

/** A field is decided on together with its parent. */
function isSettled(tool: string, word: string): boolean {
  const schema = toolNamed(tool)?.listing.inputSchema as Record<string, unknown>;
  const steps = word.split(".");
  const given = withValue(
    {},
    steps.map((step) => step.replace("[]", "")),
    "x",
  );
  const listed = steps.some((step) => step.includes("[]")) ? inLists(given, steps) : given;
  const [stray] = straysIn(listed, schema);
  if (!stray) return true;
  return WHOLE.test(stray.name) || (REFUSED[tool] ?? {})[stray.name] !== undefined || isIgnored(stray.name);
}

/** The same path, with each list written as a list of one entry. */
function inLists(value: unknown, [head, ...rest]: readonly string[]): unknown {
  if (head === undefined) return value;
  const field = head.replace("[]", "");
  const inner = inLists((value as Record<string, unknown>)[field], rest);
  return { [field]: head.endsWith("[]") ? [inner] : inner };
}

let shop: OpenShop;
let chosen: readonly [string, string];
let formats: readonly Payload[];
beforeAll(async () => {
  shop = await openShop();
  const [product] = (await call("get_products", { buying_mode: "wholesale" })).products;
  chosen = [product.product_id, product.pricing_options[0].pricing_option_id];
  formats = product.format_ids;
});
afterAll(() => shop.close());

const call = async (name: string, input: object = {}): Promise<Payload> => (await callTool(shop, name, input)).payload;
const buy = (changes: object = {}, part: object = {}) => {
  const order = newBuy(...chosen, { start_time: "asap", ...changes });
  return { ...order, packages: order.packages.map((one) => ({ ...one, ...part })) };
};
const ordered = async (changes: object = {}, part: object = {}) => call("create_media_buy", buy(changes, part));
const listed = async (id: string, input: object = {}) =>
  (await call("get_media_buys", { media_buy_ids: [id], ...input })).media_buys[0];
const change = (id: string, changes: object) => {
  const { account, idempotency_key } = buy();
  return call("update_media_buy", { account, idempotency_key, media_buy_id: id, ...changes });
};

const refusals = Object.entries(REFUSED).flatMap(([tool, words]) =>
  Object.entries(words).map(([word, { code }]) => [tool, word, code] as const),
);
test.each(refusals)("%s refuses %s by its path, and does nothing", async (tool, word, code) => {
  const { media_buy_id } = await ordered();
  const requests: Record<string, object> = {
    create_media_buy: buy(),
    update_media_buy: { ...buy(), media_buy_id, packages: [{ package_id: "p" }] },
    sync_accounts: { idempotency_key: crypto.randomUUID(), accounts: [{ brand: buy().brand, operator: "o.example" }] },
  };
  const path = word.replaceAll("[]", "");
  const request = withValue(requests[tool] ?? {}, path.split("."), { any: "value" });
  const { errors } = await call(tool, request as object);
  expect(errors).toMatchObject([{ code, field: word.replaceAll("[]", "[0]") }]);
});

test("ignored fields are named, and a value that requests nothing is not refused", async () => {
  const { ext, errors } = await ordered({ reporting_webhook: null, vendor: { x: 1 } }, { colour: "red" });
  expect(errors).toBeUndefined();
  expect(ext.interchange.ignored).toEqual(expect.arrayContaining(["vendor", "packages[0].colour"]));
  expect((await ordered()).ext).toBeUndefined();
});

test("targeting with unknown fields is refused rather than dropped", async () => {
  const overlay = {
    frequency_cap: { max_impressions: 3, per: "devices", window: { interval: 1, unit: "days" }, mood: 1 },
  };
  const { errors } = await ordered({}, { targeting_overlay: overlay });
  expect(errors[0]).toMatchObject({
    code: "UNSUPPORTED_FEATURE",
    field: "packages[0].targeting_overlay.frequency_cap.mood",
  });
});

describe("a buy that starts paused", () => {
  test("delivers nothing until it is resumed", async () => {
    const { media_buy_id, media_buy_status } = await ordered({ paused: true });
    expect(media_buy_status).toBe("paused");
    await shop.buyer.post("/sandbox/clock", { days: 3 });
    const spent = async () =>
      (await call("get_media_buy_delivery", { media_buy_ids: [media_buy_id] })).aggregated_totals.spend;
    expect(await spent()).toBe(0);
    expect((await change(media_buy_id, { paused: false })).media_buy_status).toBe("active");
    await shop.buyer.post("/sandbox/clock", { days: 3 });
    expect(await spent()).toBeGreaterThan(0);
  });

  test("can start paused package by package", async () => {
    const { media_buy_id, packages } = await ordered({}, { paused: true });
    expect(packages).toMatchObject([{ paused: true }]);
    await shop.buyer.post("/sandbox/clock", { days: 3 });
    const { aggregated_totals } = await call("get_media_buy_delivery", { media_buy_ids: [media_buy_id] });
    expect(aggregated_totals.spend).toBe(0);
  });
});

test("formats of a package are the product's own, and are returned", async () => {
  const { packages } = await ordered({}, { format_ids: [formats[0]] });
  expect(packages).toMatchObject([{ format_ids: [formats[0]] }]);
  const { errors } = await ordered(
    {},
    { format_ids: [formats[0], { agent_url: "https://f.example", id: "hologram" }] },
  );
  expect(errors).toMatchObject([{ code: "UNSUPPORTED_FEATURE", field: "packages[0].format_ids[1]" }]);
});

test("a buyer's purchase order data is visible to its seller, without bank details, and to no other seller", async () => {
  const invoice_recipient = { legal_name: "Acme Ltd", vat_id: "DE1", bank: { iban: "DE00" } };
  const books = { po_number: "PO-9", plan_id: "plan-1", agency_estimate_number: "E-2", invoice_recipient };
  const { media_buy_id } = await ordered(books);
  expect((await shop.seller.get(`/storefront/media-buys/${media_buy_id}`)).data).toMatchObject({
    poNumber: "PO-9",
    planId: "plan-1",
    agencyEstimateNumber: "E-2",
  });
  const seen = await shop.seller.get(`/storefront/media-buys/${media_buy_id}`);
  expect(seen.data.invoiceRecipient).toEqual({ legal_name: "Acme Ltd", vat_id: "DE1" });
  const silent = await ordered();
  const { data } = await shop.seller.get(`/storefront/media-buys/${silent.media_buy_id}`);
  expect(data).toMatchObject({ poNumber: null, planId: null, agencyEstimateNumber: null, invoiceRecipient: null });
  const seller = await shop.world.caller("SELLER");
  await seller.post("/storefront", { name: "Another" });
  expect((await seller.get(`/storefront/media-buys/${media_buy_id}`)).status).toBe(404);
});

test("the context of a buy and of a package is returned unchanged everywhere, and a change replaces a package's", async () => {
  const context = { trace: "t", deep: { z: 1, a: [null, "é"] } };
  const words = { context, po_number: "PO-7", agency_estimate_number: "E-1", ext: { own: { n: 1 } } };
  const reported = await ordered(words, { context: { line: 1 }, ext: { p: true } });
  expect(reported.context).toEqual(context);
  expect(reported.packages).toMatchObject([{ context: { line: 1 }, ext: { p: true } }]);
  const { media_buy_id, packages } = reported;
  expect(JSON.stringify((await listed(media_buy_id)).context)).toBe(JSON.stringify(context));
  expect(await listed(media_buy_id)).toMatchObject({ ...words, packages: [{ context: { line: 1 } }] });
  const changed = await change(media_buy_id, {
    context: { of: "the change" },
    packages: [{ package_id: packages[0].package_id, context: { line: 2 } }],
  });
  expect(changed).toMatchObject({ context: { of: "the change" }, affected_packages: [{ context: { line: 2 } }] });
  expect(await listed(media_buy_id)).toMatchObject({ context, packages: [{ context: { line: 2 } }] });
});
