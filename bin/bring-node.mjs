// Runs after `npm ci`: installs the Node.js that Interchange uses, if the machine's own is older.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { recentEnough, runtimeFolder } from "./run.mjs";

const runtime = fileURLToPath(new URL("./runtime", import.meta.url));

function alreadyBrought() {
  const folder = runtimeFolder();
  if (!folder || !existsSync(join(folder, "package.json"))) return false;
  const wanted = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")).optionalDependencies;
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return version === wanted[basename(folder)];
}

function bring() {
  // Another package manager names itself in this variable; only npm reads npm's lock file.
  const path = process.env.npm_execpath ?? "";
  const npm = basename(path) === "npm-cli.js" ? [process.execPath, path] : ["npm"];
  const { status } = spawnSync(npm[0], [...npm.slice(1), "ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: runtime,
    stdio: "inherit",
    shell: npm[0] === "npm" && process.platform === "win32",
    // npm tells its scripts which package they belong to; the install in runtime/ is a separate one.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name)),
    ),
  });
  process.exit(status ?? 1);
}

if (!recentEnough() && !alreadyBrought()) {
  if (runtimeFolder()) {
    console.log(`Node ${process.versions.node} installs Interchange; bringing Node 26 to run it.`);
    bring();
  } else {
    console.error(
      `Interchange needs Node 24 or newer, and npm has none for ${process.platform}-${process.arch}: install it yourself.`,
    );
    process.exit(1);
  }
}
