import { bootstrap } from "./bootstrap.ts";
import { serve } from "./serve.ts";
import { tellWaysIn } from "./ways-in/tell-ways-in.ts";

await bootstrap(async (settings, log) => {
  const started = await serve(settings, log);
  await tellWaysIn(started, settings);
  return started;
});
