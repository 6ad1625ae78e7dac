import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.ts";
import { type ServerProcess, startServer } from "./child-process.ts";

/** A seller that is included in the AdCP SDK, in separate processes: third-party software. */
export interface SdkSeller {
  readonly endpointUrl: string;
  readonly protocol: "MCP" | "A2A";
  /** Its bearer token. */
  readonly token: string;
  stop(): Promise<void>;
}

export type SdkSellerKind = "guaranteed" | "non-guaranteed" | "a2a";

const TOKEN = "sk_harness_do_not_use_in_prod";

/**
 * As in production, because in other modes the SDK checks its own answers and withholds those that the examples get wrong. Some things that
 * production forbids are allowed, because the examples need them: state in memory, and webhooks to loopback.
 */
const LIKE_PRODUCTION = {
  NODE_ENV: "production",
  ADCP_AUTH_TOKEN: TOKEN,
  ADCP_DECISIONING_ALLOW_INMEMORY_STATE: "1",
  ADCP_DECISIONING_ALLOW_INMEMORY_TASKS: "1",
  ADCP_DECISIONING_ALLOW_ACCOUNT_ID_PRINCIPAL: "1",
  ADCP_DECISIONING_ALLOW_HTTP_WEBHOOKS: "1",
  ADCP_DECISIONING_ALLOW_PRIVATE_WEBHOOK_URLS: "1",
  ADCP_DECISIONING_ALLOW_UNSIGNED_TEST_EMITTER: "1",
};
const ROOT = new URL("../../", import.meta.url);
const ADCP = pathOf("node_modules/@adcp/sdk/bin/adcp.js");
const TSX = pathOf("node_modules/tsx/dist/cli.mjs");

/**
 * What they require of a buyer, as far as their code shows:
 * - `guaranteed`, `non-guaranteed`: the account is the natural key, and its brand is the *publisher*: `acmeoutdoor.example`,
 * `pinnacle-agency.example` or (guaranteed) `premium-sports.example`. Any operator is accepted; an account id is not found. Tasks can be
 * polled under the account for which they were created. Any brief returns the whole catalogue; prices are `cpm_guaranteed_fixed` and
 * `cpm_floor`, both fixed and in USD. The guaranteed one submits each buy, decides within a second, and delivers at once; with `sandbox:
 * true` and without a webhook it buys in the call. The other one buys in the call and waits for creatives, so a pause changes nothing, and
 * it delivers nothing.
 * - `a2a`: the SDK's `MockHybridSeller`. It requires any account id, and sells `prod_premium_video` at `cpm_12_50` for a total budget of
 * 1000 or more. It submits each buy, except those with the buyer ref `pre_approved`, and decides in 0.1 s. Its buys have no packages, and
 * it neither lists nor delivers any.
 */
export function startSdkSeller(kind: SdkSellerKind): Promise<SdkSeller> {
  return kind === "a2a" ? startA2aSeller() : startAdapter(kind);
}

/** `hello_seller_adapter_*` over MCP, in front of the SDK's mock of an ad server. */
async function startAdapter(kind: "guaranteed" | "non-guaranteed"): Promise<SdkSeller> {
  const [adServerPort, port] = [await freePort(), await freePort()];
  const adServerUrl = `http://127.0.0.1:${adServerPort}`;
  const endpointUrl = `http://127.0.0.1:${port}/mcp`;
  const mock = [ADCP, "mock-server", `sales-${kind}`, "--port", String(adServerPort)];
  const example = pathOf(`node_modules/@adcp/sdk/examples/hello_seller_adapter_${kind.replace("-", "_")}.ts`);
  const env = { ...LIKE_PRODUCTION, UPSTREAM_URL: adServerUrl, PORT: String(port) };
  const processes = await startAll([
    () => startServer(mock, {}, adServerUrl),
    () => startServer([TSX, example], env, endpointUrl),
  ]);
  return { endpointUrl, protocol: "MCP", token: TOKEN, stop: () => stopAll(processes) };
}

async function startA2aSeller(): Promise<SdkSeller> {
  const port = await freePort();
  const endpointUrl = `http://127.0.0.1:${port}/a2a`;
  const env = { ...LIKE_PRODUCTION, PORT: String(port) };
  const seller = await startServer([TSX, pathOf("test/seller/sdk-a2a-seller.ts")], env, endpointUrl);
  return { endpointUrl, protocol: "A2A", token: TOKEN, stop: () => seller.stop() };
}

async function startAll(starts: readonly (() => Promise<ServerProcess>)[]): Promise<readonly ServerProcess[]> {
  const started = await Promise.allSettled(starts.map((start) => start()));
  const processes = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failure = started.find((result) => result.status === "rejected");
  if (!failure) return processes;
  await stopAll(processes);
  throw failure.reason;
}

async function stopAll(processes: readonly ServerProcess[]): Promise<void> {
  await Promise.all(processes.map((process) => process.stop()));
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, ROOT));
}
