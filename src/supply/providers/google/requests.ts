import type { Pairs, ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { accountIn } from "../kit/account.ts";
import { jsonText, type Lossless, type Writable } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";
import { readGoogle } from "./errors.ts";

/** A major version lives for about a year, and there are four a year, so this is the only place that names it (adapters §3). */
export const VERSION = "v26";

const BUCKET = "operations";

/** A customer, and the manager through which it is accessed. */
interface Reached {
  readonly customerId: string;
  readonly loginCustomerId?: string;
}

function reached(ctx: JobContext): Reached {
  const { externalAccountId: customerId, facts } = accountIn(ctx);
  const login = facts?.["loginCustomerId"];
  return { customerId, ...(login !== undefined && { loginCustomerId: login }) };
}

export function customerPath(ctx: JobContext): string {
  return `customers/${accountIn(ctx).externalAccountId}`;
}

export function googleRequest(
  method: "GET" | "POST",
  path: string,
  { loginCustomerId }: Partial<Reached>,
  more: Pick<ProviderRequest, "effect" | "body" | "cost">,
): ProviderRequest {
  const headers: Pairs = loginCustomerId === undefined ? [] : [["login-customer-id", loginCustomerId]];
  return { method, host: "api", path, headers, auth: { kind: "bearer" }, bucket: BUCKET, ...more };
}

function asked(verb: "search" | "searchStream", to: Reached, query: string, page?: string): ProviderRequest {
  const text = jsonText({ query, ...(page !== undefined && { pageToken: page }) });
  const path = `/customers/${encodeURIComponent(to.customerId)}/googleAds:${verb}`;
  return googleRequest("POST", path, to, { effect: "read", body: { kind: "json", text } });
}

/** One page of a query's results. */
export function searchAt(to: Reached, query: string, page?: string): ProviderRequest {
  return asked("search", to, query, page);
}

export function search(ctx: JobContext, query: string, page?: string): ProviderRequest {
  return searchAt(reached(ctx), query, page);
}

/** All results of a query, in one answer. */
export function searchStream(ctx: JobContext, query: string): ProviderRequest {
  return asked("searchStream", reached(ctx), query);
}

export interface Page {
  readonly rows: readonly Lossless[];
  readonly next: string | undefined;
}

export function readPage(reply: ProviderReply): Result<Page> {
  const body = readGoogle(reply);
  if (!body.ok) return body;
  return ok({ rows: listAt(body.value, "results"), next: textAt(body.value, "nextPageToken") || undefined });
}

export type Operation = Readonly<Record<string, Writable>>;

function mutateWith(ctx: JobContext, effect: "write" | "spend", operations: number, body: ProviderRequest["body"]) {
  const to = reached(ctx);
  const path = `/customers/${encodeURIComponent(to.customerId)}/googleAds:mutate`;
  return googleRequest("POST", path, to, { effect, cost: Math.max(operations, 1), ...(body && { body }) });
}

/** An atomic call: all of the operations, or none. Each counts against the daily limit. */
export function mutate(ctx: JobContext, effect: "write" | "spend", operations: readonly Operation[]): ProviderRequest {
  const text = jsonText({ mutateOperations: operations });
  return mutateWith(ctx, effect, operations.length, { kind: "json", text });
}

type OperationPart = string | { readonly file: string };

/** A serialised operation: text, with files between its pieces. */
export type Written = readonly OperationPart[];

export function written(operation: Operation): Written {
  return [jsonText(operation)];
}

/** Creates an image from its bytes in base64 [K]. */
export function writtenImage(file: string, fields: Operation): Written {
  return ['{"assetOperation":{"create":{"imageAsset":{"data":"', { file }, `"},${jsonText(fields).slice(1)}}}`];
}

/** The same with files, of which only the URLs are known here: only the host has the bytes. */
export function mutateWritten(ctx: JobContext, operations: readonly Written[]): ProviderRequest {
  const listed = operations.flatMap((one, index): Written => (index === 0 ? one : [",", ...one]));
  const pieces: Written = ['{"mutateOperations":[', ...listed, "]}"];
  return mutateWith(ctx, "write", operations.length, { kind: "json_files", pieces });
}

/** What each operation created or changed, in order: `customers/1/campaigns/2`. */
export function namesIn(body: Lossless): readonly string[] {
  return listAt(body, "mutateOperationResponses").flatMap((response) =>
    typeof response === "object" && response !== null
      ? Object.values(response).flatMap((result) => textAt(result as Lossless, "resourceName") ?? [])
      : [],
  );
}

/** A reply that names nothing may not be the reply to this request. */
export function readMutated(reply: ProviderReply): Result<Lossless> {
  const body = readGoogle(reply);
  if (!body.ok || namesIn(body.value).length > 0) return body;
  return failed(
    fault("unreadable", "Google's reply does not say what was changed", { provider: { http: reply.status } }),
  );
}

export function lastIdIn(resourceName: string | undefined): string {
  return resourceName?.split(/[/~]/).at(-1) ?? "";
}

/** Escapes text for use between quotes in a query. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

/** A LIKE pattern for everything that contains a text, with the text's wildcards escaped. */
export function containing(text: string): string {
  return quoted(`%${text.replace(/[[\]%_]/g, "[$&]")}%`);
}

export function listOf(ids: readonly string[]): string {
  return `(${ids.map((id) => id.replace(/\D/g, "")).join(", ")})`;
}
