import { expect } from "vitest";
import { type Attempt, attempt, redeem } from "./client.ts";
import type { Market } from "./market.ts";
import type { DisplayedPage, Person } from "./person.ts";

/** Connects an application for a person, who signs in on the way. Returns its tokens. */
export async function connect(
  market: Market,
  person: Person,
  clientId: string,
  changes: Readonly<Record<string, string | undefined>> = {},
) {
  const asked = attempt(market.origin, clientId, changes);
  const page = await person.open(asked.url);
  const asking = page.body.includes('type="email"') ? await person.signIn(page) : page;
  const { code } = codeIn(market, await person.allow(asking), asked);
  return {
    asking,
    code,
    verifier: asked.verifier,
    tokens: await redeem(market.origin, clientId, code, asked.verifier),
  };
}

/** The code with which the browser returns to the application. */
export function codeIn({ origin }: Market, { url }: DisplayedPage, { state }: Attempt) {
  expect(url.searchParams.get("state")).toBe(state);
  // RFC 9207: a client that knows several servers can tell which one answers.
  expect(url.searchParams.get("iss")).toBe(origin);
  return { code: url.searchParams.get("code") ?? "", error: url.searchParams.get("error") };
}
