import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.ts";
import { startServer } from "../seller/child-process.ts";

/** The requests that the provider and its agent have received. */
export interface Counts {
  registrations: number;
  codes: number;
  refreshes: number;
  /** Token requests that were refused. */
  refused: number;
  /** Token requests that are being held. */
  held: number;
  /** The tools that were called with a valid token. */
  calls: string[];
}

/** How they behave until that is changed. */
export interface Behaviour {
  readonly decline?: boolean;
  /** The provider does not answer. */
  readonly away?: boolean;
  /** Token requests wait until told otherwise. */
  readonly hold?: boolean;
  /** All existing refresh tokens become invalid, as if users had revoked their consent. */
  readonly revoke?: boolean;
  /** Each consent gives a single access token, and no means to renew it. */
  readonly onceOnly?: boolean;
  /** All existing clients have to register again. */
  readonly deleteClients?: boolean;
  /** The resource that the agent's metadata describes, if that is not the agent itself. */
  readonly speakFor?: string;
}

export interface RunningProvider {
  readonly issuer: string;
  /** The agent's URL for MCP. */
  readonly endpointUrl: string;
  counts(): Promise<Counts>;
  behave(behaviour: Behaviour): Promise<void>;
  stop(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL("provider-process.ts", import.meta.url));

export async function startProvider(): Promise<RunningProvider> {
  const [issuer, agent] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  const { stop } = await startServer([SCRIPT], { ISSUER: issuer, AGENT: agent }, `${agent}/told`);
  return {
    issuer,
    endpointUrl: `${agent}/mcp`,
    counts: async () => (await fetch(`${agent}/told`)).json() as Promise<Counts>,
    behave: async (behaviour) =>
      void (await fetch(`${agent}/behaviour`, { method: "POST", body: JSON.stringify(behaviour) })),
    stop,
  };
}

const MOST_HOPS = 10;

/** Follows the way of a browser, with cookies, until the provider redirects it away; returns the target. */
export async function consentAt(authorizationUrl: string): Promise<URL> {
  const { origin } = new URL(authorizationUrl);
  const cookies = new Map<string, string>();
  let url = new URL(authorizationUrl);
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";", 1)[0] ?? "").split("=");
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`the provider stays at ${url}: ${response.status} ${await response.text()}`);
    url = new URL(location, url);
    if (url.origin !== origin) return url;
  }
  throw new Error("the provider sends its visitors round in circles");
}
