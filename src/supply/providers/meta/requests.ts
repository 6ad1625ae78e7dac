import type { Body, Pairs, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

export const VERSION = "v26.0";

type Effect = ProviderRequest["effect"];

interface RequestOptions {
  readonly host?: "api" | "video";
  readonly query?: Pairs;
  readonly body?: Body;
}

/** A request to the Graph API, with the token and the proof that we may use it. */
export function metaRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  { host = "api", query = [], body }: RequestOptions = {},
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

/** The largest page that is not refused for its size [K]. */
const PAGE: Pairs = [["limit", "200"]];

export function metaList(path: string, fields: string): ProviderRequest {
  return metaGet(path, fields, PAGE);
}

/** A form, in which everything that is not a string is JSON. */
export function metaForm(path: string, effect: Effect, values: Readonly<Record<string, Writable>>): ProviderRequest {
  const fields = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === "string" ? value : jsonText(value)]],
  );
  return metaRequest("POST", path, effect, { body: { kind: "form", fields } });
}

const OURS = new Set(["access_token", "appsecret_proof"]);

/** The next page. Meta gives a whole URL, of which only the path and the query are used, without the token. */
export function nextPage(link: string | undefined): ProviderRequest | null {
  const url = link === undefined ? null : URL.parse(link);
  if (!url) return null;
  const query = [...url.searchParams].filter(([name]) => !OURS.has(name));
  return metaRequest("GET", url.pathname.replace(`/${VERSION}`, ""), "read", { query });
}

/** A path below the account under which we buy. */
export function underAccount(ctx: JobContext, what: string): string {
  return `/act_${encodeURIComponent(accountIn(ctx).externalAccountId)}/${what}`;
}
