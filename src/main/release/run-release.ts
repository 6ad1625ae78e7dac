import { join } from "node:path";
import { Command } from "commander";
import { CHECKS, makeRelease, refusalsOf, stepsOf } from "./release.ts";

/** `npm run release -- 0.2.0` prints what it would do, or why it cannot; with `--apply` it does it. */
const command = new Command("npm run release --")
  .description("Makes a release of this repository: a dry run, unless --apply is given.")
  .argument("<version>", "its number, such as 0.2.0")
  .option("--apply", "writes, commits and tags it; nothing is pushed", false)
  .parse();
const [version = ""] = command.args;
const day = new Date().toISOString().slice(0, 10);
const plan = { root: join(import.meta.dirname, "../../.."), version, day, checks: CHECKS };
const refusals = refusalsOf(plan);
for (const refusal of refusals) console.error(`refused: ${refusal}`);
if (refusals.length > 0) process.exitCode = 1;
else {
  for (const step of stepsOf(plan)) console.log(step);
  if (command.opts<{ apply: boolean }>().apply) {
    makeRelease(plan);
    console.log(`made v${version}`);
  } else console.log("nothing was written: --apply does it");
}
