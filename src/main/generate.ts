import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { MOUNTS } from "../edge/http/mount.ts";
import { openApiOf, operationsPage, SIDES, yamlOf } from "../edge/reference/index.ts";
import { dispatchesIn } from "../ground/dispatch/index.ts";
import { lifecycles, operations, steps } from "./areas.ts";
import { explain } from "./bootstrap.ts";
import { clientTypes } from "./generate/client-types.ts";
import { derivedWords } from "./generate/derived-words/derived-words.ts";
import { dispatchesPage } from "./generate/dispatches-page.ts";
import { contractOf } from "./generate/drift/contract.ts";
import { driftPage } from "./generate/drift/drift-page.ts";
import { readPublished } from "./generate/drift/published.ts";
import { PUBLISHED_APIS } from "./generate/drift/published-api.ts";
import { statesPage } from "./generate/states-page.ts";
import { tableTypes } from "./generate/table-types.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A server's default address; the document that a running server returns names that server's own. */
const PUBLIC_URL = "http://localhost:4000";

interface Generated {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** `npm run generate` writes the generated files; with `-- --check` it writes nothing, and lists those that are out of date. */
async function generate(): Promise<void> {
  const wanted = [
    ...(await documents()),
    ...derivedWords(),
    ...(await clientTypes(PUBLIC_URL)),
    { path: "src/ground/db/tables.gen.ts", text: await tableTypes() },
  ];
  const drifted: Generated[] = [];
  for (const file of wanted) if ((await textAt(file.path)) !== file.text) drifted.push(file);
  if (process.argv.includes("--check")) return complain(drifted);
  for (const { path, text } of drifted) {
    await mkdir(dirname(join(ROOT, path)), { recursive: true });
    await writeFile(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
  if (drifted.length === 0) console.log(`all ${wanted.length} generated files are up to date`);
}

async function documents(): Promise<Generated[]> {
  const publicUrl = PUBLIC_URL;
  const openApi = await Promise.all(
    SIDES.map(async (side) => ({
      path: `docs/api/${side}.openapi.yaml`,
      text: `# Generated from the operation table by \`npm run generate\`.\n${await yamlOf(openApiOf(side, operations, { publicUrl }))}`,
    })),
  );
  const drift = PUBLISHED_APIS.map((api) => {
    const ours = contractOf(openApiOf(api.side, operations, { publicUrl }), MOUNTS[api.side]);
    return { path: api.page, text: driftPage(api, readPublished(api), ours) };
  });
  return [
    ...openApi,
    { path: "docs/states.md", text: statesPage(lifecycles) },
    { path: "docs/dispatches.md", text: dispatchesPage(dispatchesIn(steps)) },
    { path: "docs/api/operations.md", text: operationsPage(operations) },
    ...drift,
  ];
}

async function textAt(path: string): Promise<string | undefined> {
  return readFile(join(ROOT, path), "utf8").catch(() => undefined);
}

function complain(drifted: readonly Generated[]): void {
  for (const { path } of drifted) console.error(`${path} is out of date: npm run generate`);
  if (drifted.length > 0) process.exitCode = 1;
}

await generate().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
