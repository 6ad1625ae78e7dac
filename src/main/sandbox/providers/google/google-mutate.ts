import { minorDigits } from "../../../../ground/kernel/money.ts";
import { checkedBody } from "../frame/checked.ts";
import { type Call, jsonOf, Refusal, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { isObject, textOf } from "../frame/json.ts";
import { KINDS, type Kind, STRATEGIES } from "./google-bodies.ts";
import { errorReply, failureOf, type GoogleAdsError, MANY, OperationRefused } from "./google-errors.ts";
import { type Customer, computeGoogle, customerOf, type GoogleNetwork } from "./google-network.ts";

interface Operation {
  readonly kind: Kind;
  readonly body: WireObject;
  readonly path: GoogleAdsError["path"];
}

/** A plan is validated completely before any of it is executed, because `googleAds:mutate` is atomic [O]. */
type Step = () => void;

interface Draft {
  readonly network: GoogleNetwork;
  readonly customer: Customer;
  /** Temporary names, and the names that replace them [K]. */
  readonly named: Map<string, string>;
  readonly taken: Set<string>;
  readonly steps: Step[];
}

const MIN_DAILY_MICROS = 1_000_000n;

export function mutateRoutes(network: GoogleNetwork): Routes {
  const routes: Record<string, (call: Call) => Reply> = {
    "POST /v26/customers/{customer}/googleAds:mutate": (call) => mutate(network, call, "mutateOperations", severalOf),
  };
  for (const kind of KINDS)
    routes[`POST /v26/customers/{customer}/${kind.collection}:mutate`] = (call) =>
      mutate(network, call, "operations", (item, index) => ({
        kind,
        body: item,
        path: [{ fieldName: "operations", index }],
      }));
  return routes;
}

function severalOf(item: WireObject, index: number): Operation | string {
  const [key = "", ...more] = Object.keys(item);
  const kind = KINDS.find((one) => `${one.key}Operation` === key);
  const body = item[key];
  if (!kind || more.length > 0 || !isObject(body)) return `Unknown name "${more[0] ?? key}"`;
  return { kind, body, path: [{ fieldName: "mutate_operations", index }, { fieldName: `${kind.what}_operation` }] };
}

/** Options [O]: `partialFailure`, `validateOnly`, `responseContentType`. */
function mutate(
  network: GoogleNetwork,
  call: Call,
  list: "operations" | "mutateOperations",
  read: (item: WireObject, index: number) => Operation | string,
): Reply {
  const customer = customerOf(network, call);
  const { stage } = network;
  const body = jsonOf(call);
  const known = [list, "partialFailure", "validateOnly", "responseContentType"];
  if (!isObject(body)) return errorReply(stage, 400, "INVALID_ARGUMENT", "Invalid JSON payload received.");
  const unknown = Object.keys(body).find((key) => !known.includes(key));
  if (unknown !== undefined) return payloadError(network, unknown);
  const items = body[list];
  if (!Array.isArray(items) || items.length === 0)
    return oneError(network, {
      family: "requestError",
      code: "REQUIRED_FIELD_MISSING",
      message: `${list} is required.`,
    });
  const draft: Draft = { network, customer, named: new Map(), taken: new Set(), steps: [] };
  const done: (string | null)[] = [];
  const errors: GoogleAdsError[] = [];
  const operations: Operation[] = [];
  for (const [index, item] of items.entries()) {
    const operation = isObject(item) ? read(item, index) : "Unknown operation";
    if (typeof operation === "string") return payloadError(network, operation);
    operations.push(operation);
    try {
      done.push(planned(draft, operation));
    } catch (error) {
      if (!(error instanceof OperationRefused)) throw error;
      done.push(null);
      errors.push({ ...error.reason, path: [...(operation.path ?? []), ...(error.reason.path ?? [])] });
    }
  }
  const partial = body.partialFailure === true;
  if (errors.length > 0 && !partial) return errorReply(stage, 400, "INVALID_ARGUMENT", MANY, errors);
  if (body.validateOnly === true) return respond(200, {});
  for (const step of draft.steps) step();
  computeGoogle(network);
  const failure =
    errors.length > 0 ? { partialFailureError: { code: 3, message: MANY, details: [failureOf(stage, errors)] } } : {};
  const named = done.map((resourceName) => (resourceName === null ? {} : { resourceName }));
  if (list === "operations") return respond(200, { ...failure, results: named });
  const responses = named.map((one, index) => ({ [`${operations[index]?.kind.key ?? ""}Result`]: one }));
  return respond(200, { ...failure, mutateOperationResponses: responses });
}

function payloadError({ stage }: GoogleNetwork, words: string): Reply {
  const message = words.startsWith("Unknown") ? words : `Unknown name "${words}": Cannot find field.`;
  return errorReply(stage, 400, "INVALID_ARGUMENT", `Invalid JSON payload received. ${message}`);
}

function oneError({ stage }: GoogleNetwork, error: GoogleAdsError): Reply {
  return errorReply(stage, 400, "INVALID_ARGUMENT", MANY, [error]);
}

/** Validates an operation and returns the resulting resource name; all operations are validated before any is executed. */
function planned(draft: Draft, { kind, body }: Operation): string {
  const verbs = ["create", "update", "remove"].filter((verb) => body[verb] !== undefined);
  const unknown = Object.keys(body).find((key) => !["create", "update", "remove", "updateMask"].includes(key));
  if (unknown !== undefined) throw new Refusal(payloadError(draft.network, unknown));
  if (verbs.length !== 1)
    refused("operationAccessDeniedError", "ACTION_NOT_PERMITTED", "give one of create, update, remove");
  if (isObject(body.create)) return plannedCreate(draft, kind, body.create);
  if (isObject(body.update)) return plannedUpdate(draft, kind, body.update, textOf(body.updateMask ?? ""));
  const kept = storedEntityOf(draft, kind, textOf(body.remove));
  draft.steps.push(() => draft.network.shelf.remove(kept.id));
  return kept.id;
}

function plannedCreate(draft: Draft, kind: Kind, raw: WireObject): string {
  const { network, customer, named } = draft;
  const { stage, shelf } = network;
  const fields = resolved(read(draft, kind, raw), named);
  check(draft, kind, fields, null);
  const parent = kind.parent === null ? null : textOf(fields[kind.parent]);
  const number = stage.ids.digits(18);
  const id =
    kind.what === "ad_group_ad" || kind.what.endsWith("criterion")
      ? `customers/${customer.id}/${kind.collection}/${parent?.split("/").at(-1)}~${number}`
      : `customers/${customer.id}/${kind.collection}/${number}`;
  if (typeof raw.resourceName === "string") named.set(raw.resourceName, id);
  const name = nameOf(kind, fields);
  draft.taken.add(`${kind.what} ${parent} ${name}`);
  // Entities with a status are ENABLED by default [K].
  const enabled = ["campaign", "ad_group", "ad_group_ad"].includes(kind.what) && fields.status !== "PAUSED";
  draft.steps.push(() => {
    shelf.add({
      what: kind.what,
      id,
      account: customer.id,
      parent,
      name,
      enabled,
      fields: { ...fields, resourceName: id },
    });
    if (kind.what === "ad_group_ad") stage.review.handIn(id, name ?? "", stage.now());
  });
  return id;
}

/** An `update` lists the fields that it changes in `updateMask` [K]; immutable fields are not treated differently. */
function plannedUpdate(draft: Draft, kind: Kind, update: WireObject, mask: string): string {
  const kept = storedEntityOf(draft, kind, textOf(update.resourceName));
  const paths = mask.split(",").filter((path) => path !== "");
  if (paths.length === 0)
    refused("fieldMaskError", "FIELD_MASK_MISSING", "The field mask must be provided for update operations.");
  const names = paths.map((path) => camel(path.split(".")[0] ?? ""));
  const changed = Object.fromEntries(names.map((name) => [name, update[name]]));
  const { resourceName: _, ...before } = kept.fields;
  const fields = read(draft, kind, { ...before, ...changed });
  check(draft, kind, fields, kept.id);
  const stated = fields.status === undefined ? kept.enabled : fields.status === "ENABLED";
  const hasStatus = ["campaign", "ad_group", "ad_group_ad"].includes(kind.what);
  draft.steps.push(() =>
    draft.network.shelf.change(kept.id, {
      fields: { ...fields, resourceName: kept.id },
      name: nameOf(kind, fields),
      enabled: hasStatus && stated,
    }),
  );
  return kept.id;
}

const camel = (path: string) => path.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function nameOf(kind: Kind, { name, ad }: WireObject): string | null {
  if (kind.what === "ad_group_ad") return isObject(ad) && typeof ad.name === "string" ? ad.name : null;
  return typeof name === "string" ? name : null;
}

function refused(family: string, code: string, message: string, field?: string, details?: WireObject): never {
  const path = field === undefined ? {} : { path: [{ fieldName: "create" }, { fieldName: field }] };
  throw new OperationRefused({ family, code, message, ...path, ...(details && { details }) });
}

/** An unknown field makes the whole request fail, as with any protobuf JSON [K]. */
function read({ network }: Draft, kind: Kind, raw: WireObject): WireObject {
  const body = checkedBody(kind.body, raw, "strict");
  if (body.ok) return body.value;
  const [fault] = body.faults;
  if (fault?.kind === "unknown") throw new Refusal(payloadError(network, fault.field));
  return refused(
    "fieldError",
    fault?.kind === "missing" ? "REQUIRED" : "INVALID_VALUE",
    `${fault?.field}: ${fault?.message}`,
    fault?.field,
  );
}

function resolved(fields: WireObject, named: ReadonlyMap<string, string>): WireObject {
  const text = JSON.stringify(fields, (_, one: unknown) => (typeof one === "bigint" ? `bigint:${one}` : one));
  return JSON.parse(text, (_, one: unknown) => {
    if (typeof one !== "string") return one;
    return one.startsWith("bigint:") ? BigInt(one.slice(7)) : (named.get(one) ?? one);
  }) as WireObject;
}

function storedEntityOf({ network, customer }: Draft, kind: Kind, resourceName: string) {
  const kept = network.shelf.get(kind.what, resourceName, customer.id);
  return kept ?? refused("mutateError", "RESOURCE_NOT_FOUND", "Resource was not found.");
}

/** Checks what the schema cannot express. Duplicate names are refused [K], which is Google's closest equivalent to an idempotency key. */
function check(draft: Draft, kind: Kind, fields: WireObject, self: string | null): void {
  const { network, customer, named, taken } = draft;
  const parent = kind.parent === null ? null : textOf(fields[kind.parent]);
  const made = (what: string, id: string) =>
    [...named.values()].includes(id) || network.shelf.get(what, id, customer.id);
  if (parent !== null && !made(kind.parent === "campaign" ? "campaign" : "ad_group", parent))
    refused("mutateError", "RESOURCE_NOT_FOUND", "Resource was not found.", kind.parent ?? "");
  const name = nameOf(kind, fields);
  const same = network.shelf
    .ofAccount(kind.what, customer.id)
    .some((one) => one.id !== self && one.name === name && one.parent === parent);
  const code = {
    campaign: ["campaignError", "DUPLICATE_CAMPAIGN_NAME"],
    ad_group: ["adGroupError", "DUPLICATE_ADGROUP_NAME"],
    campaign_budget: ["campaignBudgetError", "DUPLICATE_NAME"],
  }[kind.what];
  if (code && name !== null && (same || (self === null && taken.has(`${kind.what} ${parent} ${name}`))))
    refused(code[0] ?? "", code[1] ?? "", "The name is already in use.", "name");
  if (kind.what === "campaign") checkCampaign(draft, fields, made);
  if (kind.what === "campaign_budget") checkBudget(customer, fields);
}

function checkCampaign(_: Draft, fields: WireObject, made: (what: string, id: string) => unknown): void {
  if (!made("campaign_budget", textOf(fields.campaignBudget)))
    refused("mutateError", "RESOURCE_NOT_FOUND", "Resource was not found.", "campaign_budget");
  const strategies = STRATEGIES.filter((one) => fields[one] !== undefined);
  if (strategies.length !== 1)
    refused(
      "campaignError",
      "BIDDING_STRATEGY_REQUIRED",
      "A bidding strategy is required.",
      "campaign_bidding_strategy",
    );
  const { startDateTime, endDateTime } = fields;
  if (typeof startDateTime === "string" && typeof endDateTime === "string" && endDateTime <= startDateTime)
    refused("dateRangeError", "START_DATE_AFTER_END_DATE", "The end is not after the start.", "end_date_time");
}

function checkBudget({ currency }: Customer, { amountMicros, totalAmountMicros, period }: WireObject): void {
  const amount = amountMicros ?? totalAmountMicros;
  if (typeof amount !== "bigint") return refused("fieldError", "REQUIRED", "An amount is required.", "amount_micros");
  if ((totalAmountMicros !== undefined) !== (period === "CUSTOM_PERIOD"))
    refused("campaignBudgetError", "BUDGET_PERIOD_INVALID", "A total goes with CUSTOM_PERIOD.", "period");
  // [K]; the minimum amounts are [?], so one major unit was chosen. That the detail reports it is [O].
  const coin = 10n ** BigInt(6 - minorDigits(currency));
  if (amount % coin !== 0n)
    refused(
      "campaignBudgetError",
      "NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT",
      "Not a multiple of the least unit.",
      "amount_micros",
    );
  if (amount < MIN_DAILY_MICROS)
    refused("campaignBudgetError", "MONEY_AMOUNT_TOO_SMALL", "The budget is too small.", "amount_micros", {
      budgetPerDayMinimumErrorDetails: { currencyCode: currency, budgetPerDayMinimumMicros: textOf(MIN_DAILY_MICROS) },
    });
}
