import { consentAt } from "../../../test/providers/consent.ts";
import { INSTALLATION } from "../../../test/world.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { openOutbound } from "../../ground/outbound/index.ts";
import type { SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { authorizeUrl } from "./connections/consent.ts";
import { type Account, isBuyable, type ListedAccount } from "./contract/account.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { ProviderReply } from "./contract/http.ts";
import type { AnyJob, JobContext, Step } from "./contract/job.ts";
import { fault, REMEDY } from "./contract/provider-error.ts";
import { exchange } from "./host/exchange.ts";
import type { Secrets } from "./host/fill.ts";

/** An adapter with its simulated provider, without a server, database or clock in between. */
export interface AdapterHarness {
  readonly adapter: Adapter;
  readonly simulated: SimulatedProvider;
  readonly secrets: Secrets;
  readonly context: JobContext;
}

type Sending = Extract<Step<unknown, unknown>, { do: "send" }>;
type Sent = Extract<Step<unknown, unknown>, { do: "send" | "wait" }>;
type End<T> = Extract<Step<unknown, T>, { do: "done" | "fail" }>;

/** Called before each request is sent, when a fault may be planned, and with each reply. */
interface Watch {
  readonly before?: (sending: Sending) => void;
  readonly heard?: (step: Sent, reply: ProviderReply) => void;
}

const MOST_SENDINGS = 400;

/**
 * Runs a job to its end as the host does: between steps its state is serialised, a lost answer is looked up, and a
 * pause advances the provider's clock.
 */
export async function drive<I, T>(
  { adapter, simulated, secrets, context }: AdapterHarness,
  job: AnyJob<I, T>,
  input: I,
  { before, heard }: Watch = {},
): Promise<End<T>> {
  const outbound = openOutbound({ allowLoopback: true, log: silentLog });
  const installation = { ...INSTALLATION, sandbox: true, providerHosts: simulated.addresses };
  const sender = { describe: adapter.describe, secrets, now: context.now };
  try {
    let step: Step<unknown, T> = job.start(input, context);
    for (let sent = 0; sent < MOST_SENDINGS; sent += 1) {
      if (step.do === "done" || step.do === "fail") return step;
      const stored: Sent = JSON.parse(JSON.stringify(step));
      if (stored.do === "wait") simulated.controls.advance(stored.seconds * 1_000);
      const sending: Sending = stored.do === "send" ? stored : { ...stored, do: "send" };
      before?.(sending);
      const answer = await exchange({ outbound, installation }, sender, sending.request, 20_000);
      if (answer.kind === "unsent") throw new Error(answer.message);
      if (answer.kind === "answered") heard?.(stored, answer.reply);
      const next = answer.kind === "lost" ? undefined : job.next(sending.state, answer.reply, context);
      const isInDoubt = next?.do === "fail" && /again|unknown/.test(REMEDY[next.error.kind]);
      if (next && !isInDoubt) step = next;
      else step = sending.onLost ? { do: "send", ...sending.onLost } : sending;
    }
    return { do: "fail", error: fault("unreadable", "it goes round in circles"), made: [] };
  } finally {
    await outbound.close();
  }
}

/** One exchange: what was sent, from which state, and the reply. */
export interface Played<T> {
  readonly sent: readonly { readonly step: Sent; readonly reply: ProviderReply }[];
  readonly end: End<T>;
}

export async function play<I, T>(at: AdapterHarness, job: AnyJob<I, T>, input: I): Promise<Played<T>> {
  const sent: { step: Sent; reply: ProviderReply }[] = [];
  const end = await drive(at, job, input, { heard: (step, reply) => void sent.push({ step, reply }) });
  return { sent, end };
}

export function done<T>(end: End<T>): T {
  if (end.do === "done") return end.value;
  throw new Error(`${end.error.kind}: ${end.error.message} ${JSON.stringify(end.error.provider)}`);
}

/** Connects with a new consent's tokens, or with a key if there is no consent; no account is selected yet. */
export async function connected(adapter: Adapter, simulated: SimulatedProvider): Promise<AdapterHarness> {
  const context: JobContext = { now: simulated.controls.now().toISOString(), settings: {} };
  const { oauth, describe } = adapter;
  if (!oauth) {
    const { apiKey } = simulated as SimulatedProvider & { readonly apiKey?: string };
    if (apiKey === undefined) throw new Error(`nothing opens ${describe.provider}`);
    return { adapter, simulated, secrets: { access_token: apiKey }, context };
  }
  const { clientId = "", clientSecret = "", redirectUris = [] } = simulated.application ?? {};
  const verifier = "a-verifier-that-is-long-enough-for-rfc-7636-to-take";
  const base = describe.hosts[oauth.authorizeHost] ?? "";
  const asked = { base, clientId, redirectUri: redirectUris[0] ?? "", state: "state", verifier };
  const back = await consentAt(simulated, authorizeUrl(oauth, asked));
  const application = { client_id: clientId, client_secret: clientSecret };
  const code = {
    code: back.searchParams.get(oauth.codeParameter) ?? "",
    redirect_uri: asked.redirectUri,
    code_verifier: verifier,
  };
  const nobody = { adapter, simulated, secrets: { ...application, ...code }, context };
  const { accessToken, refreshToken } = done(await drive(nobody, oauth.exchange, null));
  const renewal = refreshToken === undefined ? {} : { refresh_token: refreshToken };
  return { adapter, simulated, secrets: { ...application, access_token: accessToken, ...renewal }, context };
}

/** The same, continued under an account. */
export function under(at: AdapterHarness, account: Account): AdapterHarness {
  return { ...at, context: { ...at.context, now: at.simulated.controls.now().toISOString(), account } };
}

/** Consents, redeems the code and selects the first account in a currency that can buy. */
export async function openHarness(
  adapter: Adapter,
  simulated: SimulatedProvider,
  currency = "USD",
): Promise<AdapterHarness> {
  const at = await connected(adapter, simulated);
  return under(at, accountIn(done(await drive(at, adapter.accounts, null)), currency));
}

function accountIn(listed: readonly ListedAccount[], currency: string) {
  const found = listed.filter(isBuyable).find((one) => one.currency === currency && one.status === "active");
  if (!found) throw new Error(`no active account in ${currency}`);
  return found;
}

/** The same with a fresh access token, for use after time has passed. */
export async function renewed(at: AdapterHarness): Promise<AdapterHarness> {
  const { refresh } = at.adapter.oauth ?? {};
  if (!refresh) return at;
  const { accessToken, refreshToken } = done(await drive(at, refresh, null));
  const renewal = refreshToken === undefined ? {} : { refresh_token: refreshToken };
  return { ...at, secrets: { ...at.secrets, access_token: accessToken, ...renewal } };
}
