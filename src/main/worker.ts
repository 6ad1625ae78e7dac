import { bootstrap } from "./bootstrap.ts";
import { platformsOf } from "./sandbox/platforms/serve-platforms.ts";
import { start } from "./start.ts";
import { work } from "./work.ts";

await bootstrap(async (settings, log) => {
  const started = await start(await platformsOf(settings), log);
  await work(started);
  log.info({}, "working");
  return started;
});
