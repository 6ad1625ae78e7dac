import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { expectData } from "../../../../test/operations/expect-data.ts";

const RULES = { videoSeconds: [15], audioSeconds: [30], displaySizes: ["300x250"], maxFileKb: 10_240, reviewHours: 0 };
const ACCOUNT = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" };

let shop: OpenShop;
let product: Payload;
beforeAll(async () => {
  shop = await openShop({ creativeRules: { ...RULES, wanted: true, library: false } });
  expectData(await shop.seller.put("/storefront", { creativeApproval: "manual" }));
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale" });
  [product] = payload.products;
});
afterAll(() => shop.close());

const banner = (creativeId: string, url = "https://acmeoutdoor.example/sale") => ({
  creative_id: creativeId,
  name: "Banner",
  format_kind: "image",
  assets: { click: { asset_type: "url", url_type: "clickthrough", url } },
});

/** A buyer that is new to the storefront. */
async function newcomer() {
  const { key } = await shop.world.caller("BUYER", { sandbox: true });
  const ask = async (name: string, input: object): Promise<Payload> =>
    (await callTool(shop, name, { adcp_version: "3.1", ...input }, { key })).payload;
  const sync = (...creatives: object[]) =>
    ask("sync_creatives", { idempotency_key: randomUUID(), account: ACCOUNT, creatives });
  const listed = async (creativeId: string) => {
    const { creatives } = await ask("list_creatives", { filters: { creative_ids: [creativeId] } });
    return creatives[0]?.status;
  };
  return { ask, sync, listed };
}

const review = (creativeId: string, what = "") => `/storefront/creative-reviews/${creativeId}${what}`;
const decide = (creativeId: string, body: object) => shop.seller.post(review(creativeId, "/decide"), body);
/** An id that no other test uses. */
const fresh = () => `cr_${randomUUID()}`;

test("a creative is held until it is approved, and no source shows it before", async () => {
  const { ask, listed } = await newcomer();
  const id = fresh();
  const { pricing_option_id } = product.pricing_options[0];
  const request = newBuy(product.product_id, pricing_option_id);
  const packages = [{ ...request.packages[0], creatives: [banner(id)] }];
  const bought = await ask("create_media_buy", { ...request, packages });
  expect(bought.media_buy_status).toBe("pending_creatives");
  expect(await listed(id)).toBe("pending_review");
  const { mediaBuyId, status } = expectData(await shop.seller.get(review(id)));
  expect({ mediaBuyId, status }).toEqual({ mediaBuyId: bought.media_buy_id, status: "pending" });
  const { notifications } = expectData(await shop.seller.get("/notifications"));
  expect(notifications).toContainEqual(expect.objectContaining({ event: "creative.review_requested" }));
  const { creativeReviews } = expectData(await shop.seller.get("/storefront/pending-operations"));
  expect(creativeReviews.items).toContainEqual(expect.objectContaining({ creativeId: id, mediaBuyId }));
  expect(await decide(id, { status: "approved" })).toMatchObject({ status: 200, data: { status: "approved" } });
  const { media_buys } = await ask("get_media_buys", { media_buy_ids: [bought.media_buy_id] });
  expect(media_buys[0].status).toBe("pending_start");
  expect(await listed(id)).toBe("approved");
});

test("a rejected creative is returned as failed with the reviewer's notes, and is not sent to any source", async () => {
  const { sync, listed } = await newcomer();
  const id = fresh();
  expect((await sync(banner(id))).creatives).toEqual([
    { creative_id: id, action: "created", status: "pending_review" },
  ]);
  await decide(id, { status: "rejected", reviewer_notes: "too loud" });
  const [reported] = (await sync(banner(id))).creatives;
  expect(reported).toMatchObject({ action: "failed", errors: [{ code: "CREATIVE_REJECTED" }] });
  expect(reported.errors[0].message).toContain("too loud");
  expect(await listed(id)).toBe("rejected");
});

test("the same creative again needs no second review, and the approval is notified once as an update", async () => {
  const { sync } = await newcomer();
  const id = fresh();
  await sync(banner(id));
  const first = expectData(await shop.seller.get(review(id)));
  expect((await sync(banner(id))).creatives[0]).toMatchObject({ action: "unchanged", status: "pending_review" });
  expect(expectData(await shop.seller.get(review(id))).id).toBe(first.id);
  await decide(id, { status: "approved" });
  expect((await sync(banner(id))).creatives[0]).toMatchObject({ action: "updated", status: "approved" });
  expect((await sync(banner(id))).creatives[0]).toMatchObject({ action: "unchanged", status: "approved" });
});

test("different content is reviewed again: the waiting review is revoked, and cannot be decided by mistake", async () => {
  const { sync } = await newcomer();
  const id = fresh();
  await sync(banner(id));
  const first = expectData(await shop.seller.get(review(id)));
  await sync(banner(id, "https://acmeoutdoor.example/other"));
  const second = expectData(await shop.seller.get(review(id)));
  expect(second.id).not.toBe(first.id);
  expect(first).toMatchObject({ previousPayload: null, changes: null });
  expect(second.previousPayload).toEqual(first.submittedPayload);
  expect(second.changes).toEqual([
    {
      field: expect.stringContaining("url"),
      before: expect.any(String),
      after: "https://acmeoutdoor.example/other",
    },
  ]);
  expect(expectData(await shop.seller.get(`${review(id)}?reviewId=${first.id}`)).status).toBe("revoked");
  expect(await decide(id, { status: "approved", review_id: first.id })).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE" },
  });
  expect(await decide(id, { status: "approved", review_id: second.id })).toMatchObject({ status: 200 });
});

test("a decision is final", async () => {
  const { sync } = await newcomer();
  const id = fresh();
  await sync(banner(id));
  await decide(id, { status: "approved" });
  expect(await decide(id, { status: "rejected" })).toMatchObject({ status: 400, error: { code: "INVALID_STATE" } });
  expect(await decide(fresh(), { status: "approved" })).toMatchObject({ status: 404 });
});

test("if two buyers have a creative with the same id, the request has to name the one that is meant", async () => {
  const id = fresh();
  await (await newcomer()).sync(banner(id));
  const other = await newcomer();
  await other.sync(banner(id));
  expect(await decide(id, { status: "approved" })).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  const newest = expectData(await shop.seller.get(review(id)));
  expect(await decide(id, { status: "approved", review_id: newest.id })).toMatchObject({ status: 200 });
  expect(await other.listed(id)).toBe("approved");
});

test("however many reviews have the same id, no pending or named one is hidden behind them", async () => {
  const id = fresh();
  const first = await newcomer();
  await first.sync(banner(id));
  const waiting = expectData(await shop.seller.get(review(id)));
  const { customerId } = shop.seller;
  await shop.world.database.write({ customerId, reach: "tenant" }, (db) =>
    sql`insert into creative_reviews (customer_id, storefront_id, library_creative_id, creative_id, buyer_name, buyer_domains,
        submitted, status, created_at, updated_at)
      select customer_id, storefront_id, library_creative_id, creative_id, 'Namesake', buyer_domains,
        submitted, 'revoked', created_at, updated_at
      from creative_reviews, generate_series(1, 150)
      where customer_id = ${customerId} and creative_id = ${id}
      returning true`.execute(db),
  );
  expect(expectData(await shop.seller.get(review(id))).id).toBe(waiting.id);
  expect(await decide(id, { status: "approved", review_id: waiting.id })).toMatchObject({ status: 200 });
  expect(expectData(await shop.seller.get(`${review(id)}?reviewId=${waiting.id}`)).status).toBe("approved");
});

test("a review is withdrawn when the buyer withdraws the creative", async () => {
  const { ask, sync } = await newcomer();
  const [gone, kept] = [fresh(), fresh()];
  await sync(banner(gone));
  const input = { idempotency_key: randomUUID(), account: ACCOUNT, creatives: [banner(kept)], delete_missing: true };
  expect((await ask("sync_creatives", input)).creatives).toContainEqual({ creative_id: gone, action: "deleted" });
  expect(expectData(await shop.seller.get(review(gone))).status).toBe("revoked");
});

describe("an evaluation", () => {
  const evaluate = async (creative: Payload, body: object = {}) => {
    await (await newcomer()).sync(creative);
    return expectData(await shop.seller.post(review(creative.creative_id, "/evaluate"), body));
  };
  const statusOf = ({ checks }: Payload, code: string) =>
    checks.find((check: { code: string }) => check.code === code)?.status;

  test("says that a person has to look, even if there is no objection to a creative", async () => {
    const reported = await evaluate(banner(fresh()));
    expect(reported).toMatchObject({
      status: "pass",
      recommendation: "manual_review",
      policyDecision: "needs_human_approval",
    });
  });

  test("finds a landing page that does not belong to the expected brand", async () => {
    const reported = await evaluate(banner(fresh(), "https://casino.example"), {
      expected_brand: "acmeoutdoor.example",
    });
    expect(statusOf(reported, "landing_page")).toBe("fail");
    expect(reported.recommendation).toBe("reject");
  });

  test("finds what the acceptance policy blocks", async () => {
    const reported = await evaluate(banner(fresh(), "https://bets.casino.example"), {
      acceptance_policy_text: "Block buyers: casino.example",
    });
    expect(reported).toMatchObject({ policyDecision: "definitely_not_on_policy" });
  });

  test("finds a format that no source has", async () => {
    const { format_kind: _, ...rest } = banner(fresh());
    const reported = await evaluate({ ...rest, format_id: { agent_url: "https://formats.example", id: "hologram" } });
    expect(statusOf(reported, "format_known")).toBe("warn");
  });

  test("answers honestly, and decides nothing", async () => {
    const id = fresh();
    const reported = await evaluate(banner(id), { questions: ["Is there a dog in it?"] });
    expect(reported.answers).toEqual([
      { question: "Is there a dog in it?", answer: expect.any(String), confidence: 0 },
    ]);
    expect(expectData(await shop.seller.get(review(id))).status).toBe("pending");
  });
});

test("an impossible status or id is refused, and named", async () => {
  for (const [path, field] of [
    ["/storefront/creative-reviews?status=held", "status"],
    [review(fresh(), "?reviewId=first"), "reviewId"],
  ] as const)
    expect(await shop.seller.get(path)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field } });
});
