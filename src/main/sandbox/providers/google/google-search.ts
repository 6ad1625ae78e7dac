import { type Call, jsonOf, type Routes, respond, type Wire, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { addFigures } from "../frame/meter.ts";
import { cursorOf, offsetOf, pageOf } from "../frame/page.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { dayIn, daysFrom, isDay } from "../frame/zone.ts";
import { type Condition, meets, parseGaql, type Query } from "./gaql.ts";
import { refuse } from "./google-errors.ts";
import { type Customer, customerOf, type GoogleNetwork, grantOf } from "./google-network.ts";

const CLIENT_FIELDS = [
  "id",
  "resourceName",
  "clientCustomer",
  "descriptiveName",
  "currencyCode",
  "timeZone",
  "manager",
  "level",
  "status",
  "testAccount",
  "hidden",
];
/** Fields of a resource in addition to those that were written [K]. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  campaign: ["id", "servingStatus", "primaryStatus", "primaryStatusReasons", "status"],
  campaignBudget: ["id", "status", "amountMicros", "totalAmountMicros"],
  adGroup: ["id", "status", "primaryStatus", "primaryStatusReasons"],
  adGroupAd: ["status", "policySummary", "primaryStatus", "primaryStatusReasons", "ad"],
  asset: ["id"],
  campaignCriterion: ["criterionId"],
  adGroupCriterion: ["criterionId"],
  customer: ["id", "descriptiveName", "currencyCode", "timeZone", "manager", "testAccount", "status", "resourceName"],
  customerClient: CLIENT_FIELDS,
};
const METRICS = ["impressions", "clicks", "costMicros", "conversions", "conversionsValue", "videoViews"];
/** Other resources whose fields can be selected together with a row of a resource. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  campaign: ["campaignBudget", "customer"],
  ad_group: ["campaign", "customer", "campaignBudget"],
  ad_group_ad: ["adGroup", "campaign", "customer"],
  campaign_budget: ["customer"],
  asset: ["customer"],
  campaign_criterion: ["campaign", "customer"],
  ad_group_criterion: ["adGroup", "campaign", "customer"],
  customer: [],
  customer_client: ["customer"],
};
const METERED = ["campaign", "ad_group"];

/** The fields are [K]; `searchStream` and `search` are [O]. */
export function searchRoutes(network: GoogleNetwork): Routes {
  return {
    "GET /v26/customers:listAccessibleCustomers": (call) => {
      grantOf(network, call);
      // Only direct access counts; `login-customer-id` is ignored [O].
      const direct = network.customers.filter(({ isManager }) => isManager);
      return respond(200, { resourceNames: direct.map(({ id }) => `customers/${id}`) });
    },
    "POST /v26/customers/{customer}/googleAds:search": (call) => {
      const { rows, fieldMask, body } = run(network, call);
      // Pages have a fixed size, and requesting another size is refused [K].
      if (body.pageSize !== undefined)
        refuse(network.stage, 400, "INVALID_ARGUMENT", {
          family: "requestError",
          code: "PAGE_SIZE_NOT_SUPPORTED",
          message: "Setting the page size is not supported.",
        });
      const offset = typeof body.pageToken === "string" && body.pageToken !== "" ? offsetOf(body.pageToken) : 0;
      if (offset === null)
        refuse(network.stage, 400, "INVALID_ARGUMENT", {
          family: "requestError",
          code: "INVALID_PAGE_TOKEN",
          message: "Page token is invalid.",
        });
      const { items, next } = pageOf(rows, offset ?? 0, network.rowsPerPage);
      return respond(200, { results: items, fieldMask, ...(next !== null && { nextPageToken: cursorOf(next) }) });
    },
    "POST /v26/customers/{customer}/googleAds:searchStream": (call) => {
      const { rows, fieldMask } = run(network, call);
      const batches: Wire[] = [];
      for (let at = 0; at < rows.length || at === 0; at += network.rowsPerPage)
        batches.push({
          results: rows.slice(at, at + network.rowsPerPage),
          fieldMask,
          requestId: network.stage.ids.hex(22),
        });
      return respond(200, batches);
    },
  };
}

function run(network: GoogleNetwork, call: Call) {
  const customer = customerOf(network, call);
  const body = jsonOf(call);
  const text = isObject(body) && typeof body.query === "string" ? body.query : "";
  const query = parseGaql(text);
  if (!query) return fail(network, "queryError", "UNEXPECTED_INPUT", "Error in query: unexpected input.");
  const fields = [...query.fields, ...query.conditions.map(({ field }) => field)];
  const own = camel(query.from);
  if (!(query.from in ABOVE))
    fail(network, "queryError", "BAD_RESOURCE_TYPE_IN_FROM_CLAUSE", `'${query.from}' is not a valid resource name.`);
  const allowed = [own, ...(ABOVE[query.from] ?? []), ...(METERED.includes(query.from) ? ["metrics", "segments"] : [])];
  const bad = fields.find((field) => !allowed.includes(camel(field.split(".")[0] ?? "")) || !isField(field));
  if (bad !== undefined)
    fail(network, "queryError", "UNRECOGNIZED_FIELD", `Unrecognized field in the query: '${bad}'.`);
  const rows = rowsOf(network, customer, query)
    .filter((row) =>
      query.conditions.every(
        (one) => one.field.startsWith("segments.date") || meets(one, shown(valueAt(row, one.field))),
      ),
    )
    .map((row) => selected(row, query.fields));
  const limited = query.limit === null ? rows : rows.slice(0, query.limit);
  return { rows: limited, fieldMask: query.fields.map(camel).join(","), body: isObject(body) ? body : {} };
}

function fail({ stage }: GoogleNetwork, family: string, code: string, message: string): never {
  return refuse(stage, 400, "INVALID_ARGUMENT", { family, code, message });
}

function isField(field: string): boolean {
  const [resource = "", name = ""] = field.split(".").map(camel);
  if (resource === "metrics") return METRICS.includes(name);
  if (resource === "segments") return name === "date";
  // Any field that a body may contain is accepted for resources that can be written; reported fields and all others are distinguished by
  // whether they have a value.
  return (
    name !== "" &&
    (["customer", "customerClient"].includes(resource) ? (REPORTED[resource] ?? []).includes(name) : true)
  );
}

const camel = (path: string) => path.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function rowsOf(network: GoogleNetwork, customer: Customer, query: Query): WireObject[] {
  const self = { customer: customerView(customer) };
  if (query.from === "customer") return [self];
  if (query.from === "customer_client")
    return clientsOf(network, customer).map((one) => ({ ...self, customerClient: one }));
  const all = network.shelf.ofAccount(query.from, customer.id).map((kept) => network.shelf.read(kept));
  const isMetered = query.fields.some((field) => field.startsWith("metrics.") || field.startsWith("segments."));
  return all.flatMap((kept) => {
    const row = { ...self, ...lineage(network, kept) };
    return isMetered && METERED.includes(query.from) ? metered(network, customer, query, kept, row) : [row];
  });
}

/** A manager sees its clients and itself, with level 0 [K]. */
function clientsOf({ customers, stage }: GoogleNetwork, manager: Customer): WireObject[] {
  return customers
    .filter(({ id, managerId }) => id === manager.id || managerId === manager.id)
    .map((one) =>
      stage.shown(one.id, {
        ...customerView(one),
        resourceName: `customers/${manager.id}/customerClients/${one.id}`,
        clientCustomer: `customers/${one.id}`,
        level: one.id === manager.id ? "0" : "1",
        hidden: false,
      }),
    );
}

function customerView({ id, name, currency, zone, isManager, test, status }: Customer): WireObject {
  const money = { currencyCode: currency, timeZone: zone };
  return {
    resourceName: `customers/${id}`,
    id,
    descriptiveName: name,
    ...money,
    manager: isManager,
    testAccount: test,
    status,
  };
}

/** The resource itself and those above it, each under its own name. */
function lineage(network: GoogleNetwork, kept: StoredEntity): Record<string, WireObject> {
  const { shelf } = network;
  const parent =
    kept.parent === null ? undefined : (shelf.find("campaign", kept.parent) ?? shelf.find("ad_group", kept.parent));
  const budget =
    kept.what === "campaign" ? shelf.find("campaign_budget", textOf(kept.fields.campaignBudget)) : undefined;
  return {
    ...(parent && lineage(network, parent)),
    ...(budget && { campaignBudget: viewOf(network, budget) }),
    [camel(kept.what)]: viewOf(network, kept),
  };
}

function viewOf({ stage }: GoogleNetwork, kept: StoredEntity): WireObject {
  const number = kept.id.split(/[/~]/).at(-1) ?? "";
  const stated = { status: kept.removed ? "REMOVED" : kept.enabled ? "ENABLED" : "PAUSED" };
  const base = { ...withTextNumbers(kept.fields), resourceName: kept.id };
  if (kept.what === "ad_group_ad")
    return stage.shown(kept.id, { ...base, ...stated, ...reviewOf(stage, kept, number) });
  if (kept.what === "campaign" || kept.what === "ad_group") {
    const serving = kept.what === "campaign" ? { servingStatus: kept.enabled ? "SERVING" : "SUSPENDED" } : {};
    const primary = kept.enabled
      ? { primaryStatus: "ELIGIBLE", primaryStatusReasons: [] }
      : { primaryStatus: "PAUSED", primaryStatusReasons: [`${kept.what.toUpperCase()}_PAUSED`] };
    return stage.shown(kept.id, { ...base, id: number, ...stated, ...serving, ...primary });
  }
  const isCriterion = kept.what.endsWith("criterion");
  return stage.shown(kept.id, { ...base, ...(isCriterion ? { criterionId: number } : { id: number }) });
}

/** [O policy]. */
function reviewOf(stage: GoogleNetwork["stage"], kept: StoredEntity, number: string): WireObject {
  const verdict = stage.review.verdict(kept.id, stage.now());
  const ad = { ...(isObject(kept.fields.ad) ? kept.fields.ad : {}), id: number };
  if (verdict.state === "pending")
    return { ad, policySummary: { approvalStatus: "UNKNOWN", reviewStatus: "REVIEW_IN_PROGRESS" } };
  if (verdict.state === "approved")
    return { ad, policySummary: { approvalStatus: "APPROVED", reviewStatus: "REVIEWED" } };
  const topics = [{ topic: verdict.reason, type: "PROHIBITED" }];
  return { ad, policySummary: { approvalStatus: "DISAPPROVED", reviewStatus: "REVIEWED", policyTopicEntries: topics } };
}

/** Int64 values are strings [O]. */
function withTextNumbers(fields: WireObject): WireObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === "bigint" ? textOf(value) : value]),
  );
}

/** One row for each day with delivery: days without any are omitted if a segment is selected [K]. */
function metered(
  network: GoogleNetwork,
  customer: Customer,
  query: Query,
  kept: StoredEntity,
  row: WireObject,
): WireObject[] {
  const { stage, shelf } = network;
  const lines = kept.what === "ad_group" ? [kept] : shelf.under("ad_group", kept.id);
  const days = daysOf(network, customer, query.conditions);
  const byDay = query.fields.includes("segments.date");
  const figuresOf = (day: string) => addFigures(lines.map(({ id }) => stage.meter.figures(id, day, stage.now())));
  const shown = byDay
    ? days.map((day) => ({ day, figures: figuresOf(day) })).filter(({ figures }) => figures.impressions > 0n)
    : [{ day: "", figures: addFigures(days.map(figuresOf)) }];
  return shown.map(({ day, figures }) => ({
    ...row,
    ...(byDay && { segments: { date: day } }),
    metrics: {
      impressions: textOf(figures.impressions),
      clicks: textOf(figures.clicks),
      costMicros: textOf(figures.spendMicros),
      videoViews: textOf(figures.videoViews),
      conversions: 0,
      conversionsValue: 0,
    },
  }));
}

/** If metrics are segmented, the range of days must be finite [K]. */
function daysOf(network: GoogleNetwork, { zone }: Customer, conditions: readonly Condition[]): string[] {
  const dates = conditions.filter(({ field }) => field === "segments.date");
  const given = dates.flatMap(({ values }) => values);
  const found = given.find((day) => !isDay(day));
  if (found !== undefined) fail(network, "queryError", "INVALID_VALUE_WITH_DURING_OPERATOR", `'${found}' is no date.`);
  const today = dayIn(zone, network.stage.now());
  const [first, last] = [given.toSorted()[0], given.toSorted().at(-1)];
  if (first === undefined || last === undefined)
    return daysFrom(dayIn(zone, new Date(network.stage.now().getTime() - 30 * 86_400_000)), today);
  return daysFrom(first, last < today ? last : today).filter((day) => dates.every((one) => meets(one, day)));
}

function valueAt(row: WireObject, path: string): unknown {
  return path
    .split(".")
    .map(camel)
    .reduce<unknown>((place, step) => (isObject(place) ? place[step] : undefined), row);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "" : textOf(value);
}

/** Only the selected fields, and the resource names, which are always included [K]. */
function selected(row: WireObject, fields: readonly string[]): WireObject {
  const out: Record<string, Record<string, unknown>> = {};
  for (const field of fields) {
    const steps = field.split(".").map(camel);
    const value = valueAt(row, field);
    const [resource = ""] = steps;
    const from = row[resource];
    let place: Record<string, unknown> = (out[resource] ??=
      isObject(from) && typeof from.resourceName === "string" ? { resourceName: from.resourceName } : {});
    for (const step of steps.slice(1, -1)) place = (place[step] ??= {}) as Record<string, unknown>;
    if (value !== undefined) place[steps.at(-1) ?? ""] = value;
  }
  return out as WireObject;
}
