import { SpanKind } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inTransaction } from "../../src/ground/kernel/perform.ts";
import { serve } from "../../src/ground/outbound/outbound.fixture.ts";
import { work } from "../../src/main/work.ts";
import { deliverWebhook, publish } from "../../src/platform/webhooks/index.ts";
import { callSkill, callTool } from "../agent/call-tool.ts";
import { type OpenShop, setUpShop } from "../agent/open-shop.ts";
import { openWorld } from "../world.ts";
import { openRecorder } from "./recorder.ts";

const PATIENCE = { timeout: 60_000, interval: 20 };

const recorder = openRecorder();
let shop: OpenShop;

beforeAll(async () => {
  const world = await openWorld({ tracing: recorder.tracing });
  await work(world);
  shop = await setUpShop(world);
});
beforeEach(() => recorder.forget());
afterAll(() => shop.close());

/** The request's own span, once its answer has been sent. */
function requestSpan(name: string): Promise<ReadableSpan> {
  return vi.waitFor(() => {
    const span = recorder.spans().find((one) => one.kind === SpanKind.SERVER && one.name === name);
    if (!span)
      throw new Error(
        `no request called ${name}: ${recorder
          .spans()
          .map(({ name }) => name)
          .join(", ")}`,
      );
    return span;
  }, PATIENCE);
}

const traceOf = (span: ReadableSpan) => span.spanContext().traceId;

test("a write is one trace: request, operation, transaction, statements, each with the request's id", async () => {
  const { status, meta } = await shop.buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" });
  expect(status).toBe(201);
  const request = await requestSpan("createAdvertiser");
  const trace = traceOf(request);
  expect(recorder.paths(trace)).toContain("createAdvertiser > createAdvertiser > transaction > insert advertisers");
  const below = recorder.spans().filter((span) => traceOf(span) === trace);
  expect(below.map(({ attributes }) => attributes["interchange.request_id"])).toEqual(below.map(() => meta.requestId));
  expect(request.attributes).toMatchObject({
    "http.request.method": "POST",
    "http.route": "/api/v2/buyer/advertisers",
    "http.response.status_code": 201,
    "interchange.operation": "createAdvertiser",
    "interchange.customer_id": shop.buyer.customerId,
  });
});

test("no span contains what a caller sends, or its key", async () => {
  const said = "Secretive-Hikers-4711";
  await shop.buyer.post("/buyer/advertisers", { name: said, brand: "hikers.example" });
  await shop.buyer.get(`/buyer/advertisers?search=${said}`);
  await requestSpan("createAdvertiser");
  await requestSpan("listAdvertisers");
  const told = JSON.stringify(
    recorder
      .spans()
      .map(({ name, attributes, events, status, links }) => ({ name, attributes, events, status, links })),
  );
  expect(told).toContain("insert into");
  expect(told).not.toContain(said);
  expect(told).not.toContain("hikers.example");
  expect(told).not.toContain(shop.buyer.key);
});

test("a caller that traces finds the request in its own trace", async () => {
  const [trace, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
  await shop.buyer.get("/accounts/current", { traceparent: `00-${trace}-${parent}-01` });
  const request = await requestSpan("getCurrentAccount");
  expect(traceOf(request)).toBe(trace);
  expect(request.parentSpanContext?.spanId).toBe(parent);
});

test("a refusal is recorded by its status, and a caller's mistake is not an error of ours", async () => {
  await shop.buyer.get("/buyer/campaigns/none-such");
  const request = await requestSpan("getCampaign");
  expect(request.attributes["error.type"]).toMatch(/^40[04]$/);
  expect(request.status.code).toBe(0);
});

test("a tool of the seller's agent is traced down to the calls of its sources, over MCP and over A2A", async () => {
  const answered = await callTool(shop, "get_products", { brief: "hiking", buying_mode: "brief" });
  expect(answered.isError).toBe(false);
  const request = await requestSpan("get_products");
  const paths = recorder.paths(traceOf(request));
  expect(paths.filter((path) => /^get_products > adcp get_products > .*seller getProducts$/.test(path))).toHaveLength(
    2,
  );
  recorder.forget();
  // Another brief, because the same one would be answered without asking the sources again.
  await callSkill(shop, "get_products", { brief: "camping", buying_mode: "brief" });
  const skill = await requestSpan("get_products");
  expect(recorder.paths(traceOf(skill)).some((path) => path.endsWith("seller getProducts"))).toBe(true);
});

test("an external call is traced without its path, and its receiver learns nothing about the trace", async () => {
  const heard: Record<string, unknown>[] = [];
  const origin = await serve((request, response) => {
    heard.push(request.headers);
    request.resume().on("end", () => response.end());
  });
  const url = `${origin}/hooks/T0P-S3CRET?token=hush`;
  const { data } = await shop.buyer.post("/buyer/webhook-subscriptions", {
    url,
    eventTypes: ["media_buy.status_changed"],
  });
  recorder.forget();
  await shop.buyer.post(`/webhook-subscriptions/${data.subscription.id}/test`);
  const request = await requestSpan("testWebhookSubscription");
  const call = recorder.spans().find(({ attributes }) => attributes["server.address"] === "127.0.0.1");
  expect(call && traceOf(call)).toBe(traceOf(request));
  expect(call?.attributes).toMatchObject({ "http.request.method": "POST", "http.response.status_code": 200 });
  expect(JSON.stringify(recorder.spans().map(({ name, attributes }) => ({ name, attributes })))).not.toMatch(
    /T0P-S3CRET|hush/,
  );
  expect(heard).toHaveLength(1);
  expect(heard[0]).not.toHaveProperty("traceparent");
  expect(heard[0]).not.toHaveProperty("tracestate");
});

test("a job that starts immediately continues the trace that enqueued it, down to its statements and its call", async () => {
  const { host } = shop.world;
  const origin = await serve((request, response) => void request.resume().on("end", () => response.end()));
  await shop.buyer.post("/buyer/webhook-subscriptions", { url: origin, eventTypes: ["media_buy.status_changed"] });
  const viewer = await host.viewerOf(shop.buyer.customerId);
  if (!viewer) throw new Error("the buyer is gone");
  const event = { type: "media_buy.status_changed", resourceType: "MEDIA_BUY", resourceId: "mb_1" } as const;
  recorder.forget();
  await recorder.tracing.within({ name: "asked", requestId: "req_asked" }, () =>
    inTransaction(host, viewer, "req_asked", "write", (ctx) => publish(ctx, event)),
  );
  const name = deliverWebhook.name;
  const job = await vi.waitFor(() => {
    const done = recorder.spans().find((span) => span.name === `job ${name}`);
    if (!done) throw new Error("no job was done");
    return done;
  }, PATIENCE);
  const paths = recorder.paths(traceOf(job));
  const above = `asked > transaction > job ${name} > ${name}`;
  expect(paths.filter((path) => path.startsWith(above)).length).toBeGreaterThan(3);
  expect(paths).toContain(`${above} > transaction > update webhook_deliveries`);
  expect(paths.some((path) => path.startsWith(`${above} > webhook`))).toBe(true);
  expect(job.attributes["interchange.request_id"]).toMatch(/^job_/);
});
