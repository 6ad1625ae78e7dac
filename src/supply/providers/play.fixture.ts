import { consentAt } from "../../../test/providers/consent.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { openOutbound } from "../../ground/outbound/index.ts";
import type { SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { authorizeUrl } from "./connections/consent.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { ProviderReply } from "./contract/http.ts";
import type { AnyJob, JobContext, Step } from "./contract/job.ts";
import { exchange } from "./host/exchange.ts";
import type { Secrets } from "./host/fill.ts";

type Sent = Extract<Step<unknown, unknown>, { do: "send" | "wait" }>;

/** An exchange as it went: what was sent from which state, and what came back. */
export interface Played<T> {
  readonly sent: readonly { readonly step: Sent; readonly reply: ProviderReply }[];
  readonly end: Step<unknown, T>;
}

/** Plays jobs of an adapter against its simulation, with the host's own sender and nothing else of the host. */
export interface Player {
  play<I, T>(job: AnyJob<I, T>, input: I, ctx: JobContext): Promise<Played<T>>;
  /** What a job that has to succeed came to. */
  finish<I, T>(job: AnyJob<I, T>, input: I, ctx: JobContext): Promise<Played<T> & { readonly value: T }>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 20_000;

export async function openPlayer(adapter: Adapter, simulated: SimulatedProvider): Promise<Player> {
  const outbound = openOutbound({ allowLoopback: true, log: silentLog });
  const installation = { sandbox: true, providerHosts: simulated.addresses } as never;
  const player = (secrets: Secrets): Player => ({
    async play(job, input, ctx) {
      const sent: { step: Sent; reply: ProviderReply }[] = [];
      let step = job.start(input, ctx) as Step<unknown, never>;
      while (step.do === "send" || step.do === "wait") {
        const sender = { describe: adapter.describe, secrets, now: ctx.now };
        const came = await exchange({ outbound, installation }, sender, step.request, TIMEOUT_MS);
        if (came.kind !== "answered") throw new Error(`${step.request.path}: ${came.message}`);
        sent.push({ step, reply: came.reply });
        step = job.next(step.state, came.reply, ctx) as Step<unknown, never>;
      }
      return { sent, end: step };
    },
    async finish(job, input, ctx) {
      const played = await this.play(job, input, ctx);
      if (played.end.do !== "done") throw new Error(JSON.stringify(played.end));
      return { ...played, value: played.end.value };
    },
    close: () => outbound.close(),
  });
  return player(await secretsOf(adapter, simulated, player));
}

/** Consents at the simulation's own page, and redeems the code by the adapter's own job. */
async function secretsOf(
  { oauth, describe }: Adapter,
  simulated: SimulatedProvider,
  player: (secrets: Secrets) => Player,
): Promise<Secrets> {
  if (!oauth || !simulated.application) return { access_token: (simulated as { apiKey?: string }).apiKey ?? "" };
  const { clientId, clientSecret, redirectUris } = simulated.application;
  const [redirectUri = ""] = redirectUris;
  const verifier = "a-verifier-of-the-length-that-rfc-7636-asks-for-at-least";
  const base = describe.hosts[oauth.authorizeHost] ?? "";
  const back = await consentAt(simulated, authorizeUrl(oauth, { base, clientId, redirectUri, state: "s", verifier }));
  const code = back.searchParams.get(oauth.codeParameter) ?? "";
  const own = {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  };
  const now = simulated.controls.now().toISOString();
  const { value } = await player(own).finish(oauth.exchange, null, { now, settings: {} });
  return { ...own, access_token: value.accessToken };
}
