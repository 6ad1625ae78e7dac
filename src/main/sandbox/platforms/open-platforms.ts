import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Clock } from "../../../ground/kernel/clock.ts";
import type { Provider } from "../../../supply/providers/contract/provider.ts";
import { callbackOf, isProvider } from "../../../supply/providers/index.ts";
import type { SimulatedProvider } from "../providers/index.ts";
import { PLATFORMS } from "./platforms.ts";

/** The advertising platforms of a sandbox. Each of their hosts has a loopback port of its own. */
export interface SandboxPlatforms {
  /** Origins by host name, as in an installation's `providerHosts`. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The platforms that have been called, and therefore started. */
  running(): readonly SimulatedProvider[];
  close(): Promise<void>;
}

/** Not imported, because Node would then load its WebSocket client as well: 15 MB. */
const { createServer } = process.getBuiltinModule("node:http");

interface Opening {
  readonly clock: Clock;
  readonly publicUrl: string;
  /** The ports that the hosts had before; they are used again if they are free. */
  readonly before?: Readonly<Record<string, string>>;
}

/** A sandbox's application at a platform. It has no secrets: only this machine can reach the simulation. */
export function sandboxApplication(publicUrl: string, name: string) {
  return { clientId: `sandbox-${name}`, clientSecret: `sandbox-${name}`, redirectUris: [callbackOf(publicUrl, name)] };
}

/** The credential for AudioStack's simulation, which has no consent flow. */
const SANDBOX_API_KEY = "sandbox-api-key";

/** Only opens a port for each host; the simulation of a platform starts with the first call to it. */
export async function openPlatforms(opening: Opening): Promise<SandboxPlatforms> {
  const opened = await Promise.all(
    Object.keys(PLATFORMS)
      .filter(isProvider)
      .map((name) => openPlatform(name, opening)),
  );
  const servers = opened.flatMap((one) => [...one.servers]);
  return {
    addresses: Object.fromEntries(servers.map(([host, server]) => [host, originOf(server)])),
    running: () => opened.flatMap((one) => one.simulated() ?? []),
    close: async () => {
      await Promise.all(servers.map(([, server]) => end(server)));
    },
  };
}

async function openPlatform(name: Provider, { clock, publicUrl, before = {} }: Opening) {
  const { hosts, start } = PLATFORMS[name];
  const servers = new Map<string, Server>();
  let simulated: SimulatedProvider | undefined;
  let starting: Promise<SimulatedProvider> | undefined;
  const application = sandboxApplication(publicUrl, name);
  const options = { clock, application, apiKey: SANDBOX_API_KEY, servers, followsCallers: true };
  const hold = (server: Server) => {
    const held = (request: IncomingMessage, response: ServerResponse) => void handOver(held, request, response);
    const handOver = async (once: typeof held, request: IncomingMessage, response: ServerResponse) => {
      simulated = await (starting ??= start(options));
      // The simulation is listening by now, and handles further requests itself.
      server.removeListener("request", once);
      server.emit("request", request, response);
    };
    return held;
  };
  for (const host of hosts) {
    const server = createServer();
    server.on("request", hold(server));
    await listen(server, before[host]);
    servers.set(host, server);
  }
  return { servers, simulated: () => simulated };
}

/** Listens at the previous port, or at another one if that port is taken now. */
async function listen(server: Server, origin: string | undefined): Promise<void> {
  const port = origin === undefined ? 0 : Number(new URL(origin).port);
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
  } catch {
    await once(server.listen(0, "127.0.0.1"), "listening");
  }
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return `http://${address.address}:${address.port}`;
}

async function end(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
}
