import type { ProviderReply } from "../contract/http.ts";
import { type ErrorKind, failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import type { Listed } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, isRecord, listAt, textAt, truthAt } from "../kit/read.ts";
import { byStatus, MESSAGES, readReply } from "../kit/reply.ts";
import { nextPage, VERSION } from "./requests.ts";
import { pauseAfter } from "./usage.ts";

type Meaning = readonly [kind: ErrorKind, message: string, field?: string];

/** By code [O error-handling, rate-limiting]; codes from 200 to 299 concern permissions. */
const CODES: Readonly<Record<string, ErrorKind>> = {
  "1": "temporary",
  "2": "temporary",
  "4": "throttled",
  "10": "permission",
  "17": "throttled",
  "32": "throttled",
  "102": "auth_expired",
  "190": "auth_expired",
  "341": "throttled",
  "368": "policy",
  "613": "throttled",
  "2635": "unsupported",
};

/** By subcode, which is more specific [O]; those for tokens and for page identity are [K]. */
const SUBCODES: Readonly<Record<string, Meaning>> = {
  "33": ["not_found", "Meta has nothing with this id, or does not show it under this consent"],
  "458": ["auth_revoked", "the consent at Meta was revoked"],
  "459": ["auth_revoked", "the person who consented has to confirm something at Meta first"],
  "460": ["auth_revoked", "the password at Meta was changed: consent again"],
  "463": ["auth_expired", "the access token has expired"],
  "464": ["auth_revoked", "the person who consented is not a confirmed user at Meta"],
  "467": ["auth_expired", "the access token is no longer valid"],
  "36009": ["auth_revoked", "the code was used before"],
  "1359101": ["permission", "the ad account is disabled at Meta"],
  "1487202": ["setup_required", "ads need a Page that the consent covers: connect again and choose one"],
  "1815857": ["invalid", "Meta requires a bid with this strategy", "bid_price"],
  "1885272": ["below_minimum", "the budget is below Meta's minimum for a day", "budget"],
  "2446079": ["throttled", "Meta asks for a pause"],
};

/** `{error{message,type,code,error_subcode,is_transient?,fbtrace_id}}`. */
function metaError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  const error = at(body, "error");
  if (!isRecord(error)) return undefined;
  const [code, subcode] = [textAt(error, "code"), textAt(error, "error_subcode")];
  const requestId = textAt(error, "fbtrace_id");
  const [kind, message, field] = meaningOf(code ?? "", subcode ?? "", truthAt(error, "is_transient"), reply);
  const seconds = kind === "throttled" ? (pauseAfter(reply) ?? byStatus(reply).retryAfterSeconds) : undefined;
  return fault(kind, message, {
    ...(field !== undefined && { field }),
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
    provider: {
      http: reply.status,
      ...(code !== undefined && { code }),
      ...(subcode !== undefined && { subcode }),
      ...(requestId !== undefined && { requestId }),
    },
  });
}

function meaningOf(code: string, subcode: string, isTransient: boolean, reply: ProviderReply): Meaning {
  const known = SUBCODES[subcode];
  if (known) return known;
  const kind = CODES[code] ?? byRange(Number(code)) ?? (isTransient ? "temporary" : undefined);
  const meant = kind ?? (reply.status >= 500 ? "temporary" : "invalid");
  return [meant, MESSAGES[meant] ?? "Meta refused the request"];
}

function byRange(code: number): ErrorKind | undefined {
  if (code >= 200 && code <= 299) return "permission";
  return code >= 80_000 && code <= 80_014 ? "throttled" : undefined;
}

export function readMeta(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, metaError);
}

/**
 * For a single object. Only accepts replies of the version that this adapter uses, because Meta upgrades applications
 * on its own [O].
 */
export function readEntity(reply: ProviderReply): Result<Lossless> {
  const body = readMeta(reply);
  if (!body.ok) return body;
  const served = reply.headers["facebook-api-version"];
  if (served !== undefined && served !== VERSION)
    return failed(
      fault("unsupported", `Meta answers with version ${served}, and this release uses ${VERSION}: update Interchange`),
    );
  return textAt(body.value, "id") === undefined ? failed(unreadable(reply)) : body;
}

export function readMetaId(reply: ProviderReply): Result<string> {
  const body = readMeta(reply);
  if (!body.ok) return body;
  const id = textAt(body.value, "id");
  return id === undefined ? failed(unreadable(reply)) : ok(id);
}

/** `{data: […], paging: {next}}`. */
export function readMetaList(reply: ProviderReply): Result<Listed> {
  const body = readMeta(reply);
  if (!body.ok) return body;
  if (!Array.isArray(at(body.value, "data"))) return failed(unreadable(reply));
  return ok({ items: listAt(body.value, "data"), next: nextPage(textAt(body.value, "paging", "next")) });
}

/** `{success: true}`, or the id of what was changed. */
export function readDone(reply: ProviderReply): Result<unknown> {
  const body = readMeta(reply);
  if (!body.ok) return body;
  const isDone = truthAt(body.value, "success") || textAt(body.value, "id") !== undefined;
  return isDone ? ok(null) : failed(unreadable(reply));
}

function unreadable({ status }: ProviderReply): ProviderError {
  return fault("unreadable", "the answer could not be read", { provider: { http: status } });
}
