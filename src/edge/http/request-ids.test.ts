import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const LONG = "x".repeat(600);

/** Every kind of missing target: no route, wrong method, unreadable paths, unknown ids, unknown agents. */
const NOWHERE: readonly (readonly [method: "GET" | "POST" | "DELETE", url: string])[] = [
  ["GET", "/nowhere"],
  ["GET", "/api/v2/nowhere"],
  ["DELETE", "/health"],
  ["GET", "/api/v2/buyer/campaigns/%E0%A4%A"],
  ["GET", "/%zz"],
  ["GET", `/api/v2/buyer/campaigns/${LONG}`],
  ["GET", "/api/v2/buyer/campaigns/cmp_nobodys"],
  ["POST", "/api/v2/buyer/campaigns/cmp_nobodys/pause"],
  ["GET", `/api/v2/buyer/assets/${LONG}`],
  ["GET", "/api/v2/buyer/reporting/metrics.csv?ticket=nobodys"],
  ["GET", "/storefront/nobody/.well-known/agent-card.json"],
  ["GET", "/api/v2/join/nobodys"],
];

test.each(NOWHERE)("%s %s is a 404 whose body and header name the same request", async (method, url) => {
  const { key } = await world.caller("BUYER");
  const answer = await world.app.inject({ method, url, headers: { authorization: `Bearer ${key}` } });
  const header = answer.headers["x-request-id"];
  expect(header).toMatch(/^req_[0-9a-f]{32}$/);
  expect([answer.statusCode, answer.json().meta?.requestId]).toEqual([404, header]);
});
