import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { Reading } from "../../src/ground/areas/area.ts";
import { UNUSED_ORIGIN } from "../../src/ground/outbound/outbound.fixture.ts";
import { figures } from "../../src/main/areas.ts";
import { callTool } from "../agent/call-tool.ts";
import { setUpShop } from "../agent/open-shop.ts";
import { openWorld, type World } from "../world.ts";

const FOLDER = join(import.meta.dirname, "../../deploy/observability");
const read = (file: string) => readFileSync(join(FOLDER, file), "utf8");

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string };
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}

const rules: readonly Rule[] = parse(read("alerts.yaml")).groups.flatMap(({ rules }: { rules: Rule[] }) => rules);
const dashboards = ["server-dashboard.json", "market-dashboard.json"].map((file) => JSON.parse(read(file)));
const panels: readonly Panel[] = dashboards.flatMap(({ panels }) => panels);
const expressions = [
  ...rules.map(({ alert, expr }) => ({ of: alert, expr })),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ of: title, expr }))),
];

let world: World;
/** Each row of `/metrics` by name, and the labels of rows with that name. */
const rows = new Map<string, Set<string>>();

beforeAll(async () => {
  world = await openWorld();
  const shop = await setUpShop(world);
  await callTool(shop, "get_products", { brief: "hiking", buying_mode: "brief" });
  const { body } = await world.app.inject("/metrics");
  // A metric without any value yet has a heading but no row.
  for (const [, name = ""] of body.matchAll(/^# TYPE (\S+)/gm)) rows.set(name, new Set());
  for (const [, name = "", labels = ""] of body.matchAll(/^([a-z_]+)(?:\{(.*)\})? /gm)) {
    const known = rows.get(name) ?? new Set();
    for (const [, label = ""] of labels.matchAll(/(\w+)="/g)) known.add(label);
    rows.set(name, known);
  }
});
afterAll(() => world.close());

/** What an expression queries: each name with the labels that select it. */
function selectorsIn(expr: string) {
  const found: { readonly name: string; readonly labels: readonly string[] }[] = [];
  parser.parse(expr).iterate({
    enter({ name, from, to }) {
      if (name !== "VectorSelector") return;
      const text = expr.slice(from, to);
      const labels = [...text.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label = ""]) => label);
      found.push({ name: /^\w+/.exec(text)?.[0] ?? "", labels });
    },
  });
  return found;
}

test("every expression of a dashboard and of an alert is PromQL", () => {
  expect(expressions.length).toBeGreaterThan(30);
  const wrong = expressions.filter(({ expr }) => {
    let isWrong = false;
    parser.parse(expr).iterate({ enter: ({ type }) => void (isWrong ||= type.isError) });
    return isWrong;
  });
  expect(wrong).toEqual([]);
});

/** Labels that Prometheus itself adds. */
const OF_THE_TARGET = new Set(["job", "instance"]);

test("every metric and label that they query is in /metrics", () => {
  const asked = expressions.flatMap(({ of, expr }) => selectorsIn(expr).map((selector) => ({ of, ...selector })));
  expect(asked.length).toBeGreaterThan(expressions.length);
  expect(asked.filter(({ name }) => !rows.has(name))).toEqual([]);
  const withRows = asked.filter(({ name }) => (rows.get(name)?.size ?? 0) > 0);
  expect(withRows.length).toBeGreaterThan(20);
  const isThere = (name: string, label: string) => OF_THE_TARGET.has(label) || rows.get(name)?.has(label);
  expect(withRows.filter(({ name, labels }) => !labels.every((label) => isThere(name, label)))).toEqual([]);
});

test("every metric of ours is on a dashboard", () => {
  const shown = new Set(
    panels
      .flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => selectorsIn(expr)))
      .map(({ name }) => name.replace(/_(count|sum|bucket)$/, "")),
  );
  const ours = [...rows.keys()]
    .filter((name) => name.startsWith("interchange_"))
    .map((name) => name.replace(/_(count|sum|bucket)$/, ""));
  expect(ours.filter((name) => !shown.has(name))).toEqual([]);
});

test("an alert says how severe it is and what to do, and a panel says what it shows", () => {
  for (const { alert, for: held, labels, annotations } of rules) {
    expect(alert).toMatch(/^Interchange[A-Z]\w+$/);
    expect(held, alert).toMatch(/^\d+[mh]$/);
    expect(labels.severity, alert).toMatch(/^(warning|critical)$/);
    expect(annotations.summary, alert).toMatch(/^[A-Z]/);
    expect(annotations.description, alert).toMatch(/\.$/);
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { panels } of dashboards) expect(new Set(panels.map(({ id }: Panel) => id)).size).toBe(panels.length);
  for (const { gridPos, title } of panels) expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
});

test("metrics that are read from the database are right", async () => {
  const [seller, buyer] = await Promise.all([world.caller("SELLER"), world.caller("BUYER")]);
  const hook = { url: UNUSED_ORIGIN, eventTypes: ["media_buy.status_changed"] };
  const { subscription } = (await buyer.post("/buyer/webhook-subscriptions", hook)).data;
  const { storefrontId } = (await seller.post("/storefront", { name: "Waiting", acceptsAllCountries: true })).data;
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  try {
    await admin.query(
      `insert into webhook_deliveries (customer_id, webhook_delivery_id, webhook_subscription_id, event_type, body, status, created_at)
       select $1, 'msg_' || hours || status, $2, 'media_buy.status_changed', '{}', status, now() - make_interval(hours => hours)
       from (values (1, 'failed'), (23, 'failed'), (25, 'failed'), (1, 'delivered')) as delivery (hours, status)`,
      [buyer.customerId, subscription.id],
    );
    await admin.query(
      `insert into provider_connections (customer_id, storefront_id, provider, owner_kind, credential_kind, status, reauthorise_by, archived_at, created_at, updated_at)
       select $1, $2, 'snap', 'operator', 'OAUTH', 'CONNECTED', now() + make_interval(days => days), archived, now(), now()
       from (values (6, null), (5, now()), (-1, now())) as consent (days, archived)`,
      [seller.customerId, storefrontId],
    );
    await admin.query(
      `insert into jobs.job (name, data, start_after) select 'orders.place-leg', '{"customerId": 1}', now() - interval '10 minutes'`,
    );
    const readings = await readAll();
    expect(readings.get("interchange_webhook_deliveries_failed")).toEqual([{ labels: {}, value: 2 }]);
    expect(readings.get("interchange_consents_ending")).toEqual([
      { labels: { days: "7" }, value: 1 },
      { labels: { days: "30" }, value: 1 },
    ]);
    const overdue = readings
      .get("interchange_job_overdue_seconds")
      ?.find(({ labels }) => labels.step === "orders.place-leg");
    expect(overdue?.value).toBeGreaterThanOrEqual(600);
  } finally {
    await admin.end();
  }
});

/** Read as the page reads them, but without a cache. */
async function readAll(): Promise<Map<string, readonly Reading[]>> {
  const read = figures.map(async ({ name, read }) => {
    const readings = await world.database.readInstallation((db) => read(db, new Date()));
    return [name, readings] as const;
  });
  return new Map(await Promise.all(read));
}
