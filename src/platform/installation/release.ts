import { createRequire } from "node:module";

const { version } = createRequire(import.meta.url)("../../../package.json") as { readonly version: string };

/** Which Interchange this is, as its package says. */
export const RELEASE = version;
