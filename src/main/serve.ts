import { once } from "node:events";
import { createServer } from "node:net";
import type { Log } from "../ground/kernel/log.ts";
import { openSandbox } from "./sandbox/open-sandbox.ts";
import { servePlatforms, setSandboxApplications } from "./sandbox/platforms/serve-platforms.ts";
import type { Settings } from "./settings.ts";
import { readAhead, type Started, type StartOptions, start } from "./start.ts";
import { serveMetrics } from "./telemetry/serve-metrics.ts";
import { work } from "./work.ts";

/** Starts the server: it answers requests, and also runs jobs unless there are separate workers. A sandbox gets its marketplace before it opens. */
export async function serve(wanted: Settings, log: Log, begun: StartOptions = {}): Promise<Started> {
  const { settings, close: closePlatforms } = await servePlatforms(wanted);
  const started = await startWith(settings, { log, ...begun }, closePlatforms);
  try {
    if (settings.installation.sandbox) {
      const sandbox = await openSandbox(started, settings);
      if (!wanted.installation.providerHosts) await setSandboxApplications(started, sandbox);
    }
    if (settings.worker === "embedded") await work(started);
    const { host, port } = settings.http;
    await started.app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => suggestPort(error, settings));
    log.info({ url: settings.installation.publicUrl, sandbox: settings.installation.sandbox }, "listening");
    readAhead(started);
    return started;
  } catch (error) {
    await started.close();
    throw error;
  }
}

async function startWith(
  settings: Settings,
  { log, ...begun }: { readonly log: Log } & StartOptions,
  closePlatforms: () => Promise<void>,
): Promise<Started> {
  try {
    const started = await serveMetrics(await start(settings, log, begun), settings);
    const close = async () => {
      await started.close();
      await closePlatforms();
    };
    return { ...started, close };
  } catch (error) {
    await closePlatforms();
    throw error;
  }
}

/** If a port is in use, the error suggests one that is free. */
async function suggestPort(error: NodeJS.ErrnoException, { http: { host, port } }: Settings): Promise<never> {
  if (error.code !== "EADDRINUSE") throw error;
  for (let free = port + 1; free < port + 100 && free < 65_536; free++) {
    if (await isFree(host, free))
      throw new Error(`port ${port} is taken, perhaps by another Interchange: start with PORT=${free}, which is free`);
  }
  throw new Error(`port ${port} is taken, and so are those behind it: set PORT to one that is free`);
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
