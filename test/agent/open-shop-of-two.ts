import { once } from "node:events";
import { createServer, type Server, request as send } from "node:http";
import { formatKey } from "../../src/ground/vault/key.ts";
import { freePort } from "../free-port.ts";
import { startProcess } from "../processes/server-process.ts";
import { INSTALLATION, openWorld } from "../world.ts";
import { type OpenShop, setUpShop } from "./open-shop.ts";

/** A shop at whose address two server processes answer requests alternately. They also run the jobs, unless `changes` say otherwise. */
export async function openShopOfTwo(changes: Readonly<Record<string, string>> = {}): Promise<OpenShop> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl } });
  const [vaultKey] = world.parts.vaultKeys;
  const environment = {
    DATABASE_URL: world.databaseUrl,
    INTERCHANGE_DATA: world.parts.dataFolder,
    INTERCHANGE_VAULT_KEY: vaultKey ? formatKey(vaultKey) : "",
    INTERCHANGE_SANDBOX: "1",
    PUBLIC_URL: publicUrl,
    RATE_LIMIT_PER_IP: "1000000",
    RATE_LIMIT_PER_ORGANISATION: "1000000",
    ...changes,
  };
  const servers = [await startProcess("server", environment), await startProcess("server", environment)];
  const gate = gateTo(servers.map(({ url }) => url));
  await once(gate.listen(port, "127.0.0.1"), "listening");
  const close = async () => {
    gate.closeAllConnections();
    gate.close();
    await Promise.all(servers.map((server) => server.stop()));
    await world.close();
  };
  return { ...(await setUpShop(world)), close };
}

/** Passes each request on to the next server in turn, whichever connection it came over. */
function gateTo(origins: readonly string[]): Server {
  let turn = 0;
  return createServer((request, response) => {
    const { method, headers, url = "/" } = request;
    const onward = send(new URL(url, origins[turn++ % origins.length]), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
}
