import type { ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { accountIn } from "../kit/account.ts";
import type { Level } from "../kit/levels/levels.ts";
import { jsonText, type Writable } from "../kit/lossless.ts";

/** TikTok's own terms, in paths and in the names of fields. */
export const WORDS: Readonly<Record<Level, string>> = { campaign: "campaign", group: "adgroup", ad: "ad" };

const COMMON = { host: "api", auth: { kind: "header", name: "access-token" }, bucket: "application" } as const;

/** Paths end with a slash [S]; in queries, everything that is not a string is JSON. */
export function tiktokGet(path: string, query: Readonly<Record<string, Writable>>): ProviderRequest {
  const pairs = Object.entries(query).map(
    ([name, value]) => [name, typeof value === "string" ? value : jsonText(value)] as const,
  );
  return { ...COMMON, method: "GET", path: `/${path}/`, query: pairs, effect: "read" };
}

export function tiktokPost(
  path: string,
  effect: ProviderRequest["effect"],
  ctx: JobContext,
  body: Readonly<Record<string, Writable>>,
): ProviderRequest {
  const text = jsonText({ advertiser_id: advertiserIn(ctx), ...body });
  return { ...COMMON, method: "POST", path: `/${path}/`, body: { kind: "json", text }, effect };
}

function advertiserIn(ctx: JobContext): string {
  return accountIn(ctx).externalAccountId;
}

const PAGE_SIZE = 1_000;

/** The first page of a list. */
export function tiktokList(path: string, ctx: JobContext, query: Readonly<Record<string, Writable>>): ProviderRequest {
  return tiktokGet(path, { advertiser_id: advertiserIn(ctx), ...query, page: 1, page_size: PAGE_SIZE });
}

/** The page after the one that was requested. */
export function pageAfter(asked: ProviderRequest, page: number): ProviderRequest {
  const query = (asked.query ?? []).map(([name, value]) => [name, name === "page" ? String(page + 1) : value] as const);
  return { ...asked, query };
}
