import type { Body, Pairs, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

export const VERSION = "v26.0";

type Effect = ProviderRequest["effect"];

interface More {
  readonly host?: "api" | "video";
  readonly query?: Pairs;
  readonly body?: Body;
}

/** A call of the Graph API, with the token and the proof that it is ours to use. */
export function metaRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  { host = "api", query = [], body }: More = {},
): ProviderRequest {
  return {
    method,
    host,
    path,
    auth: { kind: "bearer" },
    query: [...query, ["appsecret_proof", { secret: "access_token_proof" }]],
    ...(body && { body }),
    bucket: "account",
    effect,
  };
}

export function metaGet(path: string, fields: string, query: Pairs = []): ProviderRequest {
  return metaRequest("GET", path, "read", { query: [["fields", fields], ...query] });
}

/** The most that one page carries without being refused for its size [K]. */
const PAGE: Pairs = [["limit", "200"]];

export function metaList(path: string, fields: string): ProviderRequest {
  return metaGet(path, fields, PAGE);
}

/** A form: everything that is not a string is JSON. */
export function metaForm(path: string, effect: Effect, values: Readonly<Record<string, Writable>>): ProviderRequest {
  const fields = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === "string" ? value : jsonText(value)]],
  );
  return metaRequest("POST", path, effect, { body: { kind: "form", fields } });
}

const OURS = new Set(["access_token", "appsecret_proof"]);

/** The next page as Meta names it: a whole address, of which the path and the query are taken, and no token. */
export function nextPage(link: string | undefined): ProviderRequest | null {
  const url = link === undefined ? null : URL.parse(link);
  if (!url) return null;
  const query = [...url.searchParams].filter(([name]) => !OURS.has(name));
  return metaRequest("GET", url.pathname.replace(`/${VERSION}`, ""), "read", { query });
}

/** The path of the account that is bought under, or of something below it. */
export function underAccount(ctx: JobContext, what: string): string {
  return `/act_${encodeURIComponent(accountIn(ctx).externalAccountId)}/${what}`;
}
