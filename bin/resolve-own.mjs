// Loaded before whatever bin/run.mjs runs, and before what that starts. Our modules name one another by relative paths of files, as
// nothing else does: for each such import Node.js would ask the file system and every folder above for a package.json, which is
// a fifth of a start.
import * as module from "node:module";

// Node.js before 22.15 has no such hooks.
module.registerHooks?.({
  resolve(specifier, context, next) {
    const { parentURL } = context;
    const isOurs = specifier.startsWith(".") && specifier.endsWith(".ts") && parentURL?.startsWith("file:");
    if (!isOurs || parentURL.includes("/node_modules/")) return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: "module-typescript", shortCircuit: true };
  },
});
