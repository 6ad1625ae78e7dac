import { createRequire } from "node:module";

const { version } = createRequire(import.meta.url)("../../../package.json") as { readonly version: string };

/** The version of Interchange, from its package.json. */
export const RELEASE = version;
