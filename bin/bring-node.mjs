// Runs after `npm ci`: brings the Node.js that Interchange runs on, where the machine's own is older.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { recentEnough } from "./run.mjs";

if (!recentEnough()) {
  console.log(`Node ${process.versions.node} installs Interchange; bringing Node 24 to run it.`);
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const { status } = spawnSync(npm[0], [...npm.slice(1), "ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: fileURLToPath(new URL("./runtime", import.meta.url)),
    stdio: "inherit",
    // npm tells its scripts which package they belong to; the install in runtime/ is one of its own.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name))),
  });
  process.exit(status ?? 1);
}
