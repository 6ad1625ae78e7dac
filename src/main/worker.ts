import { bootstrap } from "./bootstrap.ts";
import { platformsOf } from "./sandbox/platforms/serve-platforms.ts";
import { readAhead, start } from "./start.ts";
import { serveMetrics } from "./telemetry/serve-metrics.ts";
import { work } from "./work.ts";

await bootstrap(async (settings, log, telemetry) => {
  const started = await serveMetrics(await start(await platformsOf(settings), log, { telemetry }), settings);
  await work(started);
  log.info({}, "working");
  readAhead(started);
  return started;
});
