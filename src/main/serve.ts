import type { Log } from "../ground/kernel/log.ts";
import { openSandbox } from "./sandbox/open-sandbox.ts";
import type { Settings } from "./settings.ts";
import { type Started, start } from "./start.ts";
import { work } from "./work.ts";

/** The server: requests, and jobs too unless workers of their own do them. A sandbox gets its marketplace before it opens. */
export async function serve(settings: Settings, log: Log): Promise<Started> {
  const started = await start(settings, log);
  try {
    if (settings.installation.sandbox) await openSandbox(started, settings);
    if (settings.worker === "embedded") await work(started);
    const { host, port } = settings.http;
    await started.app.listen({ host, port });
    log.info({ url: settings.installation.publicUrl, sandbox: settings.installation.sandbox }, "listening");
    return started;
  } catch (error) {
    await started.close();
    throw error;
  }
}
