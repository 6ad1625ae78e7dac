import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { consentAt } from "../../../test/providers/consent.ts";
import { INSTALLATION } from "../../../test/world.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { openOutbound } from "../../ground/outbound/index.ts";
import type { SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { authorizeUrl } from "./connections/consent.ts";
import { isBuyable, type ListedAccount } from "./contract/account.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { AnyJob, JobContext, Step } from "./contract/job.ts";
import { fault, REMEDY } from "./contract/provider-error.ts";
import { exchange } from "./host/exchange.ts";
import type { Secrets } from "./host/fill.ts";

/** An adapter at its simulated provider, with no server, database or clock between them. */
export interface Stand {
  readonly adapter: Adapter;
  readonly simulated: SimulatedProvider;
  readonly secrets: Secrets;
  readonly context: JobContext;
}

type Sending = Extract<Step<unknown, unknown>, { do: "send" }>;
export type End<T> = Extract<Step<unknown, T>, { do: "done" | "fail" }>;

const MOST_SENDINGS = 200;

/**
 * Carries a job to its end as the host does: what is stored between two steps is text, a lost answer is looked up, a pause passes on
 * the provider's clock. `before` is told of each sending, and may plan a fault.
 */
export async function drive<I, T>(
  { adapter, simulated, secrets, context }: Stand,
  job: AnyJob<I, T>,
  input: I,
  before: (sending: Sending) => void = () => undefined,
): Promise<End<T>> {
  const outbound = openOutbound({ allowLoopback: true, log: silentLog });
  const installation = { ...INSTALLATION, sandbox: true, providerHosts: simulated.addresses };
  let step: Step<unknown, T> = job.start(input, context);
  for (let sent = 0; sent < MOST_SENDINGS; sent += 1) {
    if (step.do === "done" || step.do === "fail") return step;
    step = JSON.parse(JSON.stringify(step)) as typeof step;
    if (step.do === "wait") {
      simulated.controls.advance(step.seconds * 1_000);
      step = { do: "send", state: step.state, request: step.request };
    }
    before(step);
    const answer = await exchange(
      { outbound, installation },
      { describe: adapter.describe, secrets, now: context.now },
      step.request,
      20_000,
    );
    if (answer.kind === "unsent") throw new Error(answer.message);
    const next = answer.kind === "lost" ? undefined : job.next(step.state, answer.reply, context);
    const isInDoubt = next?.do === "fail" && /again|unknown/.test(REMEDY[next.error.kind]);
    if (next && !isInDoubt) step = next;
    else if (step.onLost) step = { do: "send", ...step.onLost };
  }
  return { do: "fail", error: fault("unreadable", "it goes round in circles"), made: [] };
}

export function done<T>(end: End<T>): T {
  if (end.do === "done") return end.value;
  throw new Error(`${end.error.kind}: ${end.error.message} ${JSON.stringify(end.error.provider)}`);
}

/** Consents, redeems the code and chooses the first account of a currency that may buy. */
export async function stand(adapter: Adapter, simulated: SimulatedProvider, currency = "USD"): Promise<Stand> {
  const { clientId = "", clientSecret = "", redirectUris = [] } = simulated.application ?? {};
  const { oauth, describe } = adapter;
  if (!oauth) throw new Error(`${describe.provider} is not connected by consent`);
  const now = () => simulated.controls.now().toISOString();
  const verifier = "a-verifier-that-is-long-enough-for-rfc-7636-to-take";
  const base = describe.hosts[oauth.authorizeHost] ?? "";
  const asked = { base, clientId, redirectUri: redirectUris[0] ?? "", state: "state", verifier };
  const back = await consentAt(simulated, authorizeUrl(oauth, asked));
  const application = { client_id: clientId, client_secret: clientSecret };
  const context: JobContext = { now: now(), settings: {} };
  const code = {
    code: back.searchParams.get(oauth.codeParameter) ?? "",
    redirect_uri: asked.redirectUri,
    code_verifier: verifier,
  };
  const nobody = { adapter, simulated, secrets: { ...application, ...code }, context };
  const { accessToken, refreshToken } = done(await drive(nobody, oauth.exchange, null));
  const secrets = {
    ...application,
    access_token: accessToken,
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
  };
  const connected = { adapter, simulated, secrets, context };
  const listed = done(await drive(connected, adapter.accounts, null));
  const account = accountIn(listed, currency);
  return { ...connected, context: { ...context, account } };
}

function accountIn(listed: readonly ListedAccount[], currency: string) {
  const found = listed.filter(isBuyable).find((one) => one.currency === currency && one.status === "active");
  if (!found) throw new Error(`no active account in ${currency}`);
  return found;
}

/** With a fresh access token, after time has passed. */
export async function renewed(at: Stand): Promise<Stand> {
  const { refresh } = at.adapter.oauth ?? {};
  if (!refresh) return at;
  const { accessToken, refreshToken } = done(await drive(at, refresh, null));
  const renewal = refreshToken === undefined ? {} : { refresh_token: refreshToken };
  return { ...at, secrets: { ...at.secrets, access_token: accessToken, ...renewal } };
}

/** The address of a file of the buyer's, until the test has finished. */
export async function fileAt(name: string, contentType: string): Promise<string> {
  const files = createServer(
    (_, response) => void response.writeHead(200, { "content-type": contentType }).end("bytes"),
  );
  await once(files.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void files.close());
  return `http://127.0.0.1:${(files.address() as AddressInfo).port}/${name}`;
}
