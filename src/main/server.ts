import { bootstrap } from "./bootstrap.ts";
import { serve } from "./serve.ts";
import { tellWaysIn } from "./ways-in/tell-ways-in.ts";

await bootstrap(async (settings, log, telemetry) => {
  const started = await serve(settings, log, telemetry);
  await tellWaysIn(started, settings);
  return started;
});
