import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.ts";
import { startServer } from "../seller/child-process.ts";

/** What the provider and its agent have been asked for. */
export interface Counts {
  registrations: number;
  codes: number;
  refreshes: number;
  /** Requests for tokens that were refused. */
  refused: number;
  /** Requests for tokens that wait. */
  held: number;
  /** The tools that were called with a good token. */
  calls: string[];
}

/** How they behave until it is wished otherwise. */
export interface Behaviour {
  readonly decline?: boolean;
  /** The provider answers nobody. */
  readonly away?: boolean;
  /** Token requests wait until told otherwise. */
  readonly hold?: boolean;
  /** Every refresh token there is, from now on, is good for nothing: users take their consent back. */
  readonly revoke?: boolean;
  /** A consent is good for one access token: there is nothing to renew it with. */
  readonly onceOnly?: boolean;
  /** Every client there is has to register again. */
  readonly forgetClients?: boolean;
  /** The resource that the agent's metadata is about, where that is not the agent. */
  readonly speakFor?: string;
}

export interface RunningProvider {
  readonly issuer: string;
  /** The agent, over MCP. */
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

/** Goes where a browser goes, cookies and all, until the provider sends it away: answers where to. */
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
