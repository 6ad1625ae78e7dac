import { bootstrap } from "../bootstrap.ts";
import { openAhead } from "../database/open-ahead.ts";
import { loadAreas } from "./load-areas.ts";

/** Runs the server from reading its settings to a clean exit. `onReady` is called once it answers requests. */
export async function runServer(onReady: () => Promise<void>): Promise<void> {
  await bootstrap(async (settings, log, telemetry) => {
    const ahead = await openAhead(settings, log);
    try {
      // Loaded only now because loading holds up the event loop, and PostgreSQL comes up in the meantime.
      await loadAreas();
      const { serve } = await import("../serve.ts");
      const started = await serve(settings, log, { telemetry, ahead });
      const { printSignInLinks } = await import("../ways-in/print-sign-in-links.ts");
      await printSignInLinks(started, settings);
      return started;
    } catch (error) {
      await ahead?.abandon();
      throw error;
    }
  });
  await onReady();
}
