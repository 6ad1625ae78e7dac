import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { type ErrorKind, failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { atFault } from "../kit/at-fault.ts";
import type { Listed } from "../kit/levels/levels.ts";
import type { Lossless } from "../kit/lossless.ts";
import { resetSeconds } from "../kit/rate-limit.ts";
import { at, isRecord, listAt, textAt } from "../kit/read.ts";
import { byStatus, MESSAGES, readReply } from "../kit/reply.ts";
import { pageFrom } from "./requests.ts";

/** The codes that are more specific than their status [K]. */
const CODES: Readonly<Record<string, ErrorKind>> = {
  "2": "auth_expired",
  "3": "scope_missing",
  "8": "throttled",
  "29": "permission",
};

/** `{code, message}` [S]. */
function pinterestError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  if (reply.status < 400) return undefined;
  const said = byStatus(reply);
  const code = textAt(body, "code");
  const provider = { http: reply.status, ...(code !== undefined && { code }) };
  const kind = CODES[code ?? ""] ?? said.kind;
  if (kind === "invalid") return fault(...meaningOf(textAt(body, "message") ?? ""), { ...fieldOf(body), provider });
  const seconds = said.retryAfterSeconds ?? resetSeconds(reply);
  return fault(kind, MESSAGES[kind] ?? "Pinterest refused the request", {
    ...(kind === "throttled" && seconds !== undefined && { retryAfterSeconds: seconds }),
    provider,
  });
}

function meaningOf(said: string): readonly [ErrorKind, string] {
  const { kind, message } = atFault("Pinterest", said);
  return [kind, message];
}

function fieldOf(body: Lossless | undefined): { readonly field?: string } {
  const { field } = atFault("Pinterest", textAt(body, "message") ?? "");
  return field === undefined ? {} : { field };
}

export function readPinterest(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, pinterestError);
}

/** For a request for a single object. */
export function readEntity(reply: ProviderReply): Result<Lossless> {
  const body = readPinterest(reply);
  if (!body.ok) return body;
  return textAt(body.value, "id") === undefined ? failed(unreadable(reply)) : body;
}

export function readEntityId(reply: ProviderReply): Result<string> {
  const body = readEntity(reply);
  return body.ok ? ok(textAt(body.value, "id") ?? "") : body;
}

/** `{items, bookmark}`. */
export function readPage(reply: ProviderReply, asked: ProviderRequest): Result<Listed> {
  const body = readPinterest(reply);
  if (!body.ok) return body;
  if (!Array.isArray(at(body.value, "items"))) return failed(unreadable(reply));
  const bookmark = textAt(body.value, "bookmark");
  return ok({ items: listAt(body.value, "items"), next: bookmark ? pageFrom(asked, bookmark) : null });
}

/** The reply to a write of one object. A failure is hidden in a 200, as an exception next to an item [S]. */
export function readWritten(reply: ProviderReply): Result<Lossless> {
  const body = readPinterest(reply);
  if (!body.ok) return body;
  const item = at(body.value, "items", 0);
  const said = at(item, "exceptions");
  // A list, or a single object [?].
  const exception = Array.isArray(said) ? said[0] : said;
  if (isRecord(exception)) {
    const code = textAt(exception, "code");
    const provider = { http: reply.status, ...(code !== undefined && { code }) };
    return failed(fault(...meaningOf(textAt(exception, "message") ?? ""), { ...fieldOf(exception), provider }));
  }
  const data = at(item, "data");
  return data !== undefined && textAt(data, "id") !== undefined ? ok(data) : failed(unreadable(reply));
}

export function readWrittenId(reply: ProviderReply): Result<string> {
  const written = readWritten(reply);
  return written.ok ? ok(textAt(written.value, "id") ?? "") : written;
}

function unreadable({ status }: ProviderReply): ProviderError {
  return fault("unreadable", "the answer could not be read", { provider: { http: status } });
}
