import type { Pairs, ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Lossless, type Writable } from "../kit/lossless.ts";
import { isRecord, listAt, textAt } from "../kit/read.ts";
import { readAmazon } from "./errors.ts";

/** A profile only works on its own region's host [O]. */
export const REGIONS = ["na", "eu", "fe"] as const;
export type Region = (typeof REGIONS)[number];

export const AD_PRODUCT = "SPONSORED_PRODUCTS";

const CLIENT: Pairs = [["Amazon-Advertising-API-ClientId", { secret: "client_id" }]];

/** A request without a profile: for what the user has access to. */
export function regionRequest(region: Region, path: string): ProviderRequest {
  return {
    method: "GET",
    host: region,
    path,
    headers: CLIENT,
    auth: { kind: "bearer" },
    bucket: "calls",
    effect: "read",
  };
}

function regionOf(ctx: JobContext): Region {
  const known = accountIn(ctx).facts?.["region"];
  return REGIONS.find((region) => region === known) ?? "na";
}

export function profileRequest(
  ctx: JobContext,
  method: "GET" | "POST",
  path: string,
  more: Pick<ProviderRequest, "effect" | "body">,
): ProviderRequest {
  const headers: Pairs = [...CLIENT, ["Amazon-Advertising-API-Scope", accountIn(ctx).externalAccountId]];
  return { method, host: regionOf(ctx), path, headers, auth: { kind: "bearer" }, bucket: "calls", ...more };
}

export type Level = "campaigns" | "adGroups" | "ads";

/** The common model: `create`, `update` and `query` on each level [O]. */
export function modelRequest(
  ctx: JobContext,
  verb: "create" | "update" | "query",
  level: Level,
  value: Writable,
  effect: ProviderRequest["effect"],
): ProviderRequest {
  const body = { kind: "json", text: jsonText(value) } as const;
  return profileRequest(ctx, "POST", `/adsApi/v1/${verb}/${level}`, { effect, body });
}

/** Finds existing objects by filters, whose names are [K]. */
export function query(
  ctx: JobContext,
  level: Level,
  filters: Readonly<Record<string, Writable>>,
  page?: string | null,
) {
  const asked = {
    adProductFilter: { include: [AD_PRODUCT] },
    ...filters,
    ...(page !== undefined && page !== null && { nextToken: page }),
  };
  return modelRequest(ctx, "query", level, asked, "read");
}

export function named(name: string): Readonly<Record<string, Writable>> {
  return { nameFilter: { queryTermMatchType: "EXACT_MATCH", include: [name] } };
}

export interface Page {
  readonly items: readonly Lossless[];
  readonly next: string | null;
}

export function readPage(reply: ProviderReply, level: Level): Result<Page> {
  const body = readAmazon(reply);
  if (!body.ok) return body;
  if (!isRecord(body.value)) return failed(fault("unreadable", "Amazon's list could not be read"));
  return ok({ items: listAt(body.value, level), next: textAt(body.value, "nextToken") ?? null });
}
