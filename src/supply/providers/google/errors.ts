import type { ProviderReply } from "../contract/http.ts";
import { type ErrorKind, fault, type ProviderError, type Result } from "../contract/provider-error.ts";
import type { Lossless } from "../kit/lossless.ts";
import { fromProvider } from "../kit/money.ts";
import { at, isRecord, listAt, textAt } from "../kit/read.ts";
import { byStatus, MESSAGES, readReply } from "../kit/reply.ts";

/**
 * What follows from `family.CODE`; the first pattern that matches decides. The families are [O], the codes [K]:
 * docs/providers.md.
 */
const KINDS: readonly (readonly [RegExp, ErrorKind])[] = [
  [/^authenticationError\.(OAUTH_TOKEN_REVOKED|GOOGLE_ACCOUNT_)/, "auth_revoked"],
  [/^authenticationError\.OAUTH_TOKEN_/, "auth_expired"],
  [/NOT_APPROVED_FOR_PRODUCTION|DEVELOPER_TOKEN|PROJECT_DISABLED/, "setup_required"],
  [/^authenticationError\.|^authorizationError\./, "permission"],
  [/^quotaError\./, "throttled"],
  [/AMOUNT_TOO_SMALL|BELOW_\w{0,30}MINIMUM/, "below_minimum"],
  [/^policy\w*Error\.|_POLICY_|^adError\..*DISAPPROVED/, "policy"],
  [/DUPLICATE/, "conflict"],
  [/RESOURCE_NOT_FOUND|REMOVED_RESOURCE|CUSTOMER_NOT_FOUND/, "not_found"],
  [/^billing|PAYMENT/, "billing"],
  [/^internalError\.|^databaseError\.|TRANSIENT/, "temporary"],
];

const ERROR_MESSAGES: Readonly<Partial<Record<ErrorKind, string>>> = {
  setup_required:
    "the Cloud project of the application may not call live accounts yet: its access level has to be raised at Google",
  scope_missing: "managing Google Ads was not granted: connect it again, and leave everything ticked",
  below_minimum: "the budget is below Google's minimum",
};

/** The field in AdCP's terms, determined by the names on the path to the provider's field. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/bid|target_cpc|cpc|cpm/, "bid_price"],
  [/amount|budget/, "budget"],
  [/start_date/, "start_time"],
  [/date/, "end_time"],
  [/location|geo|criterion/, "targeting_overlay"],
  [/asset|image|video|headline|description|final_urls|ad_group_ad/, "creatives"],
];

export function readGoogle(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, errorIn);
}

/** `error.details[]` contains a GoogleAdsFailure; in a stream, it is in the first batch. */
function errorIn(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  const error = at(body, "error") ?? at(body, 0, "error");
  if (!isRecord(error)) return undefined;
  const [first, requestId] = firstFailure(error);
  const family = Object.keys(recordAt(first, "errorCode"))[0] ?? "";
  const code = textAt(first, "errorCode", family) ?? textAt(error, "status") ?? "";
  const kind = kindOf(`${family}.${code}`, error, reply);
  const seconds = Number.parseFloat(textAt(first, "details", "quotaErrorDetails", "retryDelay") ?? "");
  const field = fieldOf(first);
  const least = minimumIn(first);
  return fault(kind, messageOf(kind, first), {
    ...(field !== undefined && kind !== "throttled" && { field }),
    ...(Number.isFinite(seconds) && { retryAfterSeconds: Math.ceil(seconds) }),
    ...(least && { minimum: least }),
    provider: { http: reply.status, code, ...(requestId !== undefined && { requestId }) },
  });
}

function firstFailure(error: Lossless): readonly [Lossless | undefined, string | undefined] {
  for (const detail of listAt(error, "details")) {
    const [first] = listAt(detail, "errors");
    if (first !== undefined) return [first, textAt(detail, "requestId")];
  }
  return [undefined, undefined];
}

function recordAt(value: Lossless | undefined, name: string): { readonly [name: string]: Lossless } {
  const found = at(value, name);
  return isRecord(found) ? found : {};
}

function kindOf(code: string, error: Lossless, reply: ProviderReply): ErrorKind {
  const known = KINDS.find(([pattern]) => pattern.test(code))?.[1];
  if (known) return known;
  if (reply.status === 403 && /scope/i.test(textAt(error, "message") ?? "")) return "scope_missing";
  return code.startsWith(".") ? byStatus(reply).kind : "invalid";
}

function messageOf(kind: ErrorKind, failure: Lossless | undefined): string {
  const topics = topicsIn(at(failure, "details", "policyFindingDetails"));
  if (kind === "policy" && topics !== "") return `Google's advertising policies do not allow it: ${topics}`;
  return ERROR_MESSAGES[kind] ?? MESSAGES[kind] ?? "Google refused the request";
}

/** The policy topics as words: MISLEADING_CLAIM becomes "misleading claim". */
export function topicsIn(holder: Lossless | undefined): string {
  const topics = listAt(holder, "policyTopicEntries").flatMap((entry) => textAt(entry, "topic") ?? []);
  return topics.map((topic) => topic.replaceAll("_", " ").toLowerCase().slice(0, 200)).join("; ");
}

function fieldOf(failure: Lossless | undefined): string | undefined {
  const way = listAt(failure, "location", "fieldPathElements").flatMap((one) => textAt(one, "fieldName") ?? []);
  // The last step is the field; the steps before it say what it belongs to.
  for (const step of way.toReversed()) {
    const found = FIELDS.find(([pattern]) => pattern.test(step.toLowerCase()))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function minimumIn(failure: Lossless | undefined): ProviderError["minimum"] {
  const details = at(failure, "details", "budgetPerDayMinimumErrorDetails");
  const currency = textAt(details, "currencyCode");
  if (currency === undefined) return undefined;
  const amount = fromProvider(textAt(details, "budgetPerDayMinimumMicros"), currency, "micros");
  return amount === undefined ? undefined : { amount, currency };
}
