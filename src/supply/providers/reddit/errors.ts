import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { atFault } from "../kit/at-fault.ts";
import type { Listed } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { resetSeconds } from "../kit/rate-limit.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { byStatus, readReply } from "../kit/reply.ts";
import { redditGet } from "./requests.ts";

/**
 * `{error: {code?, message, fields: [{field, message}]}}` [T]: the status tells the kind of error, and the fields what
 * is wrong.
 */
function redditError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  if (reply.status < 400) return undefined;
  const said = byStatus(reply);
  const code = textAt(body, "error", "code");
  const provider = { http: reply.status, ...(code !== undefined && { code }) };
  if (said.kind === "throttled") {
    const seconds = said.retryAfterSeconds ?? resetSeconds(reply);
    return { ...said, provider, ...(seconds !== undefined && { retryAfterSeconds: seconds }) };
  }
  if (said.kind !== "invalid") return { ...said, provider };
  const fields = listAt(body, "error", "fields").map((one) => `${textAt(one, "field")} ${textAt(one, "message")}`);
  const { kind, message, field } = atFault(
    "Reddit",
    [...fields, textAt(body, "error", "message") ?? ""].map(inAdcpTerms).join(" "),
  );
  return fault(kind, message, { ...(field !== undefined && { field }), provider });
}

/** Reddit calls budgets goals, and creatives posts. */
function inAdcpTerms(said: string): string {
  return said.replaceAll("goal_value", "budget").replaceAll("post_id", "creative");
}

export function readReddit(reply: ProviderReply): Result<Lossless> {
  const body = readReply(reply, redditError);
  if (!body.ok) return body;
  const data = at(body.value, "data");
  return data === undefined ? failed(unreadable(reply)) : ok(data);
}

export function readEntity(reply: ProviderReply): Result<Lossless> {
  const data = readReddit(reply);
  if (!data.ok) return data;
  return textAt(data.value, "id") === undefined ? failed(unreadable(reply)) : data;
}

export function readEntityId(reply: ProviderReply): Result<string> {
  const data = readEntity(reply);
  return data.ok ? ok(textAt(data.value, "id") ?? "") : data;
}

/** `{data: […], pagination: {next_url}}`: the URL of the next page is used as it is [T]. */
export function readPage(reply: ProviderReply): Result<Listed> {
  const data = readReddit(reply);
  if (!data.ok) return data;
  if (!Array.isArray(data.value)) return failed(unreadable(reply));
  return ok({ items: listAt(data.value), next: nextPage(reply) });
}

export function nextUrl(reply: ProviderReply): string | undefined {
  const body = readReply(reply, redditError);
  const next = body.ok ? textAt(body.value, "pagination", "next_url") : undefined;
  return next === "" ? undefined : next;
}

function nextPage(reply: ProviderReply): ProviderRequest | null {
  const next = nextUrl(reply);
  return next === undefined ? null : redditGet(next);
}

function unreadable({ status }: ProviderReply): ProviderError {
  return fault("unreadable", "the answer could not be read", { provider: { http: status } });
}
