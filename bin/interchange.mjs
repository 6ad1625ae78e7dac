#!/usr/bin/env node
// The command line: on this Node.js, or on the one in runtime/ where this one is too old.
import { fileURLToPath } from "node:url";
import { CACHE, recentEnough, run } from "./run.mjs";

const program = new URL("../src/main/cli/interchange.ts", import.meta.url);

if (recentEnough()) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(CACHE);
  await import(program.href);
} else run(fileURLToPath(program), process.argv.slice(2));
