import { bootstrap } from "../bootstrap.ts";
import { openAhead } from "../database/open-ahead.ts";
import { loadAreas } from "./load-areas.ts";

/** The server from its settings to a clean exit. `onReady` comes once it answers. */
export async function runServer(onReady: () => Promise<void>): Promise<void> {
  await bootstrap(async (settings, log, telemetry) => {
    const ahead = await openAhead(settings, log);
    try {
      // Loaded only now, as that holds the event loop, and PostgreSQL comes up meanwhile.
      await loadAreas();
      const { serve } = await import("../serve.ts");
      const started = await serve(settings, log, { telemetry, ahead });
      const { tellWaysIn } = await import("../ways-in/tell-ways-in.ts");
      await tellWaysIn(started, settings);
      return started;
    } catch (error) {
      await ahead?.abandon();
      throw error;
    }
  });
  await onReady();
}
