import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

/** Packages that only a few requests, or a few installations, need. */
const LATER = [
  "ajv",
  "undici",
  "nodemailer",
  "@simplewebauthn/server",
  "a2a-sdk-1",
  "@aws-sdk/client-s3",
  "ai",
  "@adcp/sdk",
];

test("a start loads no library that the first answers do not need", async () => {
  const script = `
    import { registerHooks } from "node:module";
    const loaded = new Set();
    const load = (url, context, next) => {
      const [, name] = /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url) ?? [];
      if (name && !url.endsWith("package.json")) loaded.add(name);
      return next(url, context);
    };
    registerHooks({ load });
    const { loadAreas } = await import(${JSON.stringify(new URL("load-areas.ts", import.meta.url).href)});
    await loadAreas();
    await import(${JSON.stringify(new URL("../serve.ts", import.meta.url).href)});
    const { newApp } = await import(${JSON.stringify(new URL("../../edge/http/app.ts", import.meta.url).href)});
    newApp({ connections: { requestMs: 1, headersMs: 1, keepAliveMs: 1, most: 1 } });
    const ownFetch = process.moduleLoadList.filter((name) => name.endsWith("deps/undici/undici"));
    console.log(JSON.stringify([...loaded, ...ownFetch]));
    process.exit(0);`;
  const { stdout } = await run(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script]);
  const loaded: unknown[] = JSON.parse(stdout);
  expect(loaded).toContain("zod");
  expect(LATER.filter((name) => loaded.includes(name))).toEqual([]);
  // The client of Node's own `fetch`, which an import of `node:http` loads as well.
  expect(loaded).not.toContain("NativeModule internal/deps/undici/undici");
});
