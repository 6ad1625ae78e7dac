import type { ProviderReply } from "../contract/http.ts";
import { fault, type ProviderError, type Result } from "../contract/provider-error.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";
import { byStatus, readReply } from "../kit/reply.ts";

const FORBIDDEN = 403;
const UNPROCESSABLE = 422;

/** The status decides what the error means; the body only matters if a field is wrong [S request_interface.py]. */
function audiostackError(body: Lossless, reply: ProviderReply): ProviderError | undefined {
  if (reply.status < 400) return undefined;
  const provider = { http: reply.status };
  // A key has no known expiry and cannot be renewed, so a person has to replace an invalid one.
  if (reply.status === FORBIDDEN) return fault("auth_revoked", "AudioStack does not accept this key", { provider });
  if (reply.status !== UNPROCESSABLE) return byStatus(reply);
  const field = fieldIn(body);
  return fault("invalid", "AudioStack does not accept this order", { provider, ...(field !== undefined && { field }) });
}

/** `detail[0].loc` uses AudioStack's field names, which are translated to ours. */
function fieldIn(body: Lossless): string | undefined {
  const [first] = listAt(body, "detail");
  const named = listAt(first, "loc").map((one) => textAt(one) ?? "");
  return FIELDS.find(([theirs]) => named.includes(theirs))?.[1];
}

const FIELDS: readonly (readonly [theirs: string, ours: string])[] = [
  ["adLength", "seconds"],
  ["targetLength", "seconds"],
  ["lang", "language"],
  ["productName", "content.product"],
  ["productDescription", "content.description"],
  ["text", "content.text"],
];

export function readAudiostack(reply: ProviderReply): Result<Lossless> {
  return readReply(reply, audiostackError);
}
