import { resolve } from "node:path";
import { buildDocs, buildRelease } from "./build-docs.ts";

/**
 * Runs after `npm ci`, and as `npm run docs`: builds the site that the server shows at /docs. With a folder, `npm run docs -- public`
 * builds the site for a web host. Without a built site the server still runs, and says so at /docs.
 */
const [folder] = process.argv.slice(2);
try {
  if (folder !== undefined) {
    await buildRelease(resolve(folder));
    console.log(`the documentation of this release is in ${folder}`);
  } else if ((await buildDocs()) === "built") console.log("the documentation is built");
} catch (error) {
  console.warn(`the documentation was not built: ${error instanceof Error ? error.message : String(error)}`);
  if (folder !== undefined) process.exitCode = 1;
}
