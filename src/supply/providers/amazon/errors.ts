import type { ProviderReply } from "../contract/http.ts";
import { type ErrorKind, failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { byStatus, MESSAGES, readReply } from "../kit/reply.ts";

/**
 * What follows from a code or the text with it; the first pattern that matches decides. All of them are [K]:
 * docs/providers.md.
 */
const MEANINGS: readonly (readonly [RegExp, ErrorKind, string, string?])[] = [
  [
    /budget[a-z_ ]{0,20}(low|at least|minimum|greater)/,
    "below_minimum",
    "the budget is below Amazon's minimum for a day",
    "budget",
  ],
  [/budget|currency/, "invalid", "Amazon does not accept this budget", "budget"],
  [/bid/, "invalid", "Amazon does not accept this bid", "bid_price"],
  [/startdate/, "invalid", "Amazon does not accept this start", "start_time"],
  [/enddate/, "invalid", "Amazon does not accept this end", "end_time"],
  [/policy|prohibited/, "policy", "Amazon's advertising policies do not allow it"],
  [/payment|billing/, "billing", "the account's billing at Amazon is not in order"],
  [/not_?found/, "not_found", "Amazon has nothing with this id"],
  [
    /asin|sku|product|creative/,
    "invalid",
    "Amazon does not advertise this product: is it in the account's catalogue?",
    "creatives",
  ],
];

/** A 401 has four meanings [O], which only its text distinguishes. A new token helps only with the first. */
const FORBIDDEN = /scope|advertiser|not authorized to manage|profile/i;

export function readAmazon(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, errorIn);
}

function errorIn(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  if (reply.status < 400) return undefined;
  const said = byStatus(reply);
  const [code, details] = [textAt(body, "code"), textAt(body, "details") ?? textAt(body, "message") ?? ""];
  const provider = { http: reply.status, ...(code !== undefined && { code }) };
  if (reply.status === 401 && FORBIDDEN.test(details))
    return { ...said, kind: "permission", message: MESSAGES.permission ?? "", provider };
  if (said.kind !== "invalid") return { ...said, provider };
  return meaningOf(`${code ?? ""} ${details}`, provider);
}

function meaningOf(said: string, provider: ProviderError["provider"]): ProviderError {
  const words = said.toLowerCase();
  const [, kind, message, field] = MEANINGS.find(([pattern]) => pattern.test(words)) ?? [];
  if (kind === undefined) return fault("invalid", "Amazon refused the request", { provider });
  return fault(kind, message ?? "", { provider, ...(field !== undefined && { field }) });
}

/** The items that a batch has written, unwrapped. A 207 may hide refusals: the first one fails the whole batch. */
export function readWritten(reply: ProviderReply, what: string): Result<readonly Lossless[]> {
  const body = readAmazon(reply);
  if (!body.ok) return body;
  const [refused] = [...listAt(body.value, "error"), ...listAt(body.value, "partialSuccess")];
  if (refused !== undefined) {
    const reasons = listAt(refused, "errors");
    const words = reasons.map((one) => `${textAt(one, "code") ?? ""} ${textAt(one, "message") ?? ""}`).join(" ");
    const code = textAt(reasons[0], "code");
    return failed(meaningOf(words, { http: reply.status, ...(code !== undefined && { code }) }));
  }
  const items = listAt(body.value, "success").flatMap((one) => at(one, what) ?? []);
  return items.length > 0 ? ok(items) : failed(fault("unreadable", "Amazon's answer does not say what was done"));
}
