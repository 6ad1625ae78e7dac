import type { Pairs, ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { ok, type Result } from "../contract/provider-error.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Lossless, type Writable } from "../kit/lossless.ts";
import { countAt, listAt, textAt } from "../kit/read.ts";
import type { Link } from "../kit/sequence.ts";
import { readSpotify } from "./errors.ts";

type Effect = ProviderRequest["effect"];

/** A request to the Ads API below /ads/v3, with the token and under its limits. */
export function spotifyRequest(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  more: Pick<ProviderRequest, "query" | "body"> = {},
): ProviderRequest {
  return { method, host: "api", path, auth: { kind: "bearer" }, bucket: "user", effect, ...more };
}

export function spotifyJson(
  method: ProviderRequest["method"],
  path: string,
  effect: Effect,
  value: Writable,
): ProviderRequest {
  return spotifyRequest(method, path, effect, { body: { kind: "json", text: jsonText(value) } });
}

/** A path below the account under which we buy. */
export function home(ctx: JobContext, path: string): string {
  return `/ad_accounts/${encoded(accountIn(ctx).externalAccountId)}/${path}`;
}

export const encoded = encodeURIComponent;

/** The path of an object, which differs between drafts and published objects. */
export function placeOf(live: boolean, path: string): string {
  return live ? path : `drafts/${path}`;
}

const PAGE_SIZE = 50;

export function pageRequest(path: string, offset: number, query: Pairs = []): ProviderRequest {
  const page: Pairs = [
    ["limit", String(PAGE_SIZE)],
    ["offset", String(offset)],
  ];
  return spotifyRequest("GET", path, "read", { query: [...query, ...page] });
}

/** A page of a list; `next` is where the following page begins, null on the last page. */
export function readPage(
  reply: ProviderReply,
  key: string,
): Result<{ readonly items: readonly Lossless[]; readonly next: number | null }> {
  const body = readSpotify(reply);
  if (!body.ok) return body;
  const items = listAt(body.value, key);
  const next = countAt(body.value, "paging", "offset") + items.length;
  const isLast = items.length === 0 || next >= countAt(body.value, "paging", "total_results");
  return ok({ items, next: isLast ? null : next });
}

/** For states that read lists with several pages: how far the current list has been read. */
export interface ListProgress {
  readonly offset: number;
}

interface ListSearch<I, K> {
  path(input: I, known: K, ctx: JobContext): string;
  readonly key: string;
  tag(input: I): string;
  found(known: K, id: string): K;
}

/** Searches all pages for an object whose creation was not answered, by the tag at the end of its name. */
export function lookUp<I, K extends ListProgress>({
  path,
  key,
  tag,
  found,
}: ListSearch<I, K>): NonNullable<Link<I, K>["lost"]> {
  return {
    request: (input, known, ctx) => pageRequest(path(input, known, ctx), known.offset, [["name", tag(input)]]),
    read(reply, known, input) {
      const page = readPage(reply, key);
      if (!page.ok) return page;
      const { items, next } = page.value;
      const hit = items.find(
        (one) => textAt(one, "name")?.endsWith(tag(input)) && textAt(one, "status") !== "ARCHIVED",
      );
      const id = textAt(hit, "id");
      if (id !== undefined) return ok({ known: { ...found(known, id), offset: 0 } });
      if (next !== null) return ok({ known: { ...known, offset: next }, more: true });
      return ok({ known: { ...known, offset: 0 }, again: true });
    },
  };
}
