import createClient, { type Client as Fetcher } from "openapi-fetch";
import { apiErrorOf } from "./api-error.ts";
import type { paths as BuyerPaths } from "./buyer.gen.ts";
import type { paths as OperatorPaths } from "./operator.gen.ts";
import { type Retries, retrying } from "./retry.ts";
import type { paths as StorefrontPaths } from "./storefront.gen.ts";

export interface ClientOptions extends Partial<Retries> {
  /** Where the installation is: `https://interchange.example`. */
  readonly baseUrl: string;
  /** An API key, or an access token; without one only a browser's cookie is sent. */
  readonly key?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Calls return JSON, whatever else an answer could be. */
type Json = "application/json";

/** One client for each side of the market; they only differ in their types. */
export interface Client {
  readonly buyer: Fetcher<BuyerPaths, Json>;
  readonly storefront: Fetcher<StorefrontPaths, Json>;
  readonly operator: Fetcher<OperatorPaths, Json>;
}

/**
 * Calls throw `ApiError` for a refusal and `Unreachable` without an answer. Every write has an idempotency key, which
 * its retries keep: the one in `headers`, or one that is generated for the call.
 */
export function openClient({ baseUrl, key, headers, fetch = globalThis.fetch, ...retries }: ClientOptions): Client {
  const settings = {
    baseUrl,
    headers: { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    fetch: retrying(fetch, retries),
  };
  const open = <Paths extends object>(): Fetcher<Paths, Json> => {
    const client = createClient<Paths, Json>(settings);
    client.use({
      onRequest: ({ request }) => {
        if (request.method !== "GET" && !request.headers.has("idempotency-key"))
          request.headers.set("idempotency-key", crypto.randomUUID());
        return request;
      },
      onResponse: async ({ response }) => {
        if (!response.ok) throw await apiErrorOf(response);
      },
    });
    return client;
  };
  // Named, as it takes long to infer which of a thousand paths are meant.
  return { buyer: open<BuyerPaths>(), storefront: open<StorefrontPaths>(), operator: open<OperatorPaths>() };
}

interface Enveloped {
  readonly data?: unknown;
}

/** The content of an answer's envelope. */
export type DataIn<Body> = Body extends Enveloped ? Exclude<Body["data"], undefined> : undefined;

/** An operation's answer, without its envelope. */
export async function dataOf<Body>(answering: Promise<{ readonly data?: Body }>): Promise<DataIn<Body>> {
  const { data: body } = await answering;
  return (body as Enveloped | undefined)?.data as DataIn<Body>;
}
