import { openAvailability } from "../db/connection/index.ts";
import { silentLog } from "../kernel/log.ts";
import { systemRandom } from "../kernel/random.ts";
import { deadly } from "./deadly-step.fixture.ts";
import { openJobs } from "./index.ts";

/** A worker process that is killed by its first job. */
const jobs = await openJobs({
  url: process.argv[2] ?? "",
  steps: [deadly],
  random: systemRandom,
  availability: openAvailability(silentLog),
  log: silentLog,
});
await jobs.work(async () => process.kill(process.pid, "SIGKILL"), []);
