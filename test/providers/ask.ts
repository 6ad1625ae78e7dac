import { onTestFinished } from "vitest";
import { frozenClock } from "../../src/ground/kernel/clock.ts";
import { parseJson, type Wire, type WireObject, writeJson } from "../../src/main/sandbox/providers/frame/json.ts";
import type { ProviderOptions, SimulatedProvider } from "../../src/main/sandbox/providers/index.ts";
import { loopbackOf } from "./consent.ts";

/** A Monday, a week after the end of daylight saving time in Europe, and a day after its end in America. */
const START = new Date("2026-11-02T12:00:00Z");

/** Started at `START`, and closed when the test ends. */
export async function started<P extends SimulatedProvider>(
  start: (options: ProviderOptions) => Promise<P>,
  options: Partial<ProviderOptions> = {},
): Promise<P> {
  const provider = await start({ clock: frozenClock(START), seed: "test", ...options });
  onTestFinished(() => provider.close());
  return provider;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: WireObject;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Wire;
  readonly form?: Readonly<Record<string, string>>;
  readonly parts?: FormData;
  readonly bytes?: string;
}

/** One request to a provider's real address, which is answered on loopback. Rejects if the connection drops. */
export async function ask(provider: SimulatedProvider, address: string, asked: RequestOptions = {}): Promise<Answer> {
  const { json, form, parts, bytes, headers } = asked;
  const body = json !== undefined ? writeJson(json) : form ? new URLSearchParams(form) : (parts ?? bytes);
  const response = await fetch(loopbackOf(provider.addresses, new URL(address)), {
    method: asked.method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(json !== undefined && { "content-type": "application/json" }), ...headers },
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: bodyOf(text) };
}

function bodyOf(text: string): WireObject {
  try {
    return parseJson(text) as WireObject;
  } catch {
    return {};
  }
}

/** The value at a path such as `campaigns.0.campaign.id`. */
export function at(body: Wire | undefined, path: string): Wire | undefined {
  return path
    .split(".")
    .reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], body) as Wire | undefined;
}

export function textAt(body: Wire | undefined, path: string): string {
  const found = at(body, path);
  if (typeof found !== "string") throw new Error(`no text at ${path} of ${writeJson(body ?? null)}`);
  return found;
}

/** The authorization address, with the parameters that every provider requires. */
export function authorizationUrl(
  provider: SimulatedProvider,
  address: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const { clientId = "", redirectUris = [] } = provider.application ?? {};
  const query = { client_id: clientId, redirect_uri: redirectUris[0] ?? "", response_type: "code", state: "st 1" };
  return `${address}?${new URLSearchParams({ ...query, ...more })}`;
}
