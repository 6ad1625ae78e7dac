import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { type ErrorKind, failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { atFault } from "../kit/at-fault.ts";
import type { Listed } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, countAt, isRecord, listAt, textAt } from "../kit/read.ts";
import { MESSAGES, readReply } from "../kit/reply.ts";
import { pageAfter } from "./requests.ts";

/**
 * If a minute's limit is used up, TikTok opens again after five minutes [T]; if a day's is, at midnight. No code
 * distinguishes the two.
 */
const MINUTE_PAUSE_SECONDS = 300;
const QUOTA_PAUSE_SECONDS = 3_600;

/** The HTTP status is always 200; these codes say what happened [T quoting O]. */
const CODES: Readonly<Record<string, ErrorKind>> = {
  "20001": "conflict",
  "40001": "permission",
  "40002": "invalid",
  // A similar object already exists. It may be ours, so it is looked up.
  "40050": "ambiguous",
  "40016": "throttled",
  "40100": "throttled",
  "40133": "throttled",
  "40502": "throttled",
  // Tokens have no known expiry and cannot be renewed, so only a new consent helps.
  "40102": "auth_revoked",
  "40104": "auth_revoked",
  "40105": "auth_revoked",
  "40110": "auth_revoked",
};

function tiktokError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  const code = textAt(body, "code");
  if (code === "0") return undefined;
  if (code === undefined) return reply.status >= 400 ? undefined : fault("unreadable", MESSAGES.unreadable ?? "");
  const requestId = textAt(body, "request_id");
  const provider = { http: reply.status, code, ...(requestId !== undefined && { requestId }) };
  const kind = CODES[code] ?? (code.startsWith("5") ? "temporary" : "invalid");
  if (kind === "invalid") return invalid(textAt(body, "message") ?? "", provider);
  const pause = code === "40502" ? QUOTA_PAUSE_SECONDS : MINUTE_PAUSE_SECONDS;
  return fault(kind, ERROR_MESSAGES[kind] ?? MESSAGES[kind] ?? "TikTok refused the request", {
    provider,
    ...(kind === "throttled" && { retryAfterSeconds: pause }),
  });
}

const ERROR_MESSAGES: Readonly<Partial<Record<ErrorKind, string>>> = {
  conflict: "TikTok accepted a part of it and refused the rest",
  ambiguous: "TikTok already has something like it",
};

function invalid(message: string, provider: ProviderError["provider"]): ProviderError {
  if (/not exist|none of them exists/i.test(message)) return fault("not_found", MESSAGES.not_found ?? "", { provider });
  const { kind, message: ours, field } = atFault("TikTok", message);
  return fault(kind, ours, { provider, ...(field !== undefined && { field }) });
}

export function readTiktok(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, tiktokError);
}

/** The id of a created object; its field is named differently for each kind of object. */
export function readTiktokId(reply: ProviderReply): Result<string> {
  const body = readTiktok(reply);
  if (!body.ok) return body;
  const id =
    textAt(body.value, "data", "ad_ids", 0) ??
    textAt(body.value, "data", "adgroup_id") ??
    textAt(body.value, "data", "campaign_id");
  return id === undefined ? failed(fault("unreadable", "no id came", { provider: { http: reply.status } })) : ok(id);
}

export function readTiktokList(reply: ProviderReply, asked: ProviderRequest): Result<Listed> {
  const body = readTiktok(reply);
  if (!body.ok) return body;
  const data = at(body.value, "data");
  const page = countAt(data, "page_info", "page");
  const hasMore = page > 0 && page < countAt(data, "page_info", "total_page");
  return ok({ items: listAt(data, "list").map(named), next: hasMore ? pageAfter(asked, page) : null });
}

/** The only entry of a list; a deleted object is in no list. */
export function readTiktokOne(reply: ProviderReply): Result<Lossless> {
  const body = readTiktok(reply);
  if (!body.ok) return body;
  const [first] = listAt(body.value, "data", "list");
  return first === undefined ? failed(fault("not_found", MESSAGES.not_found ?? "")) : ok(named(first));
}

/** Renames the id and the name to what they are called everywhere else. */
function named(item: Lossless): Lossless {
  if (!isRecord(item)) return item;
  const level = ["ad", "adgroup", "campaign"].find((word) => item[`${word}_id`] !== undefined) ?? "campaign";
  return { ...item, id: item[`${level}_id`] ?? "", name: item[`${level}_name`] ?? "" };
}
