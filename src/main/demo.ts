import { setTimeout } from "node:timers/promises";
import { explain } from "./bootstrap.ts";
import { type Api, openApi } from "./demo/api.ts";
import { leaveDecisionsOpen } from "./demo/leave-decisions-open.ts";
import { storyteller } from "./demo/print.ts";
import { walk } from "./demo/walk.ts";
import { openLog } from "./log.ts";
import { readSandboxFile, type SandboxFile } from "./sandbox/sandbox-file.ts";
import { serve } from "./serve.ts";
import { loadSettings, type Settings } from "./settings.ts";
import { shutDownGracefully } from "./shut-down.ts";
import { consoleLinksOf } from "./ways-in/console-links.ts";

/**
 * `npm run demo`: a sandbox marketplace, the buyer's journey through it, and a server that keeps running; with `--once` it ends after the
 * journey.
 */
async function demo(): Promise<void> {
  process.env.INTERCHANGE_SANDBOX = "1";
  // The story is printed to the terminal, so only errors of the server's own log are shown.
  process.env.INTERCHANGE_LOG_LEVEL ??= "error";
  const settings = loadSettings();
  console.log(`Interchange: a sandbox marketplace in ${settings.dataFolder}`);
  const log = openLog(settings.log);
  const starting = serve(settings, log);
  shutDownGracefully(log, async () => (await starting).close());
  const started = await starting;
  const sandbox = await readSandboxFile(settings.dataFolder);
  if (!sandbox) throw new Error("the sandbox did not write a sandbox.json");
  try {
    const buyer = openApi(localAddress(settings), sandbox.buyer.key);
    const seller = openApi(localAddress(settings), sandbox.seller.key);
    // An earlier demo left the storefront set to manual decisions.
    await seller("PUT", "/storefront", { creativeApproval: "auto", mediaBuyApproval: null });
    await walk(buyer, {
      sourceKeys: sourceKeysOf(sandbox),
      sellers: sellersOf(sandbox, localAddress(settings)),
      meanwhile: () => setTimeout(200),
      tell: storyteller({ print: console.log, colour: process.stdout.isTTY && !process.env.NO_COLOR }),
    });
    await leaveDecisionsOpen(buyer, { api: seller, storefrontId: sandbox.seller.storefrontId });
  } catch (error) {
    console.error(`\nThe journey ended early: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  if (process.argv.includes("--once")) {
    await started.close();
    process.exit();
  }
  console.log(waysIn(sandbox, await consoleLinksOf(started, sandbox), settings));
}

function sourceKeysOf({ publishers }: SandboxFile): Map<string, string> {
  return new Map(
    publishers.flatMap(({ platformId, sourceKey }) => (sourceKey === null ? [] : [[platformId, sourceKey] as const])),
  );
}

function sellersOf({ publishers }: SandboxFile, address: string): Map<string, Api> {
  return new Map(publishers.map(({ platformId, key }) => [`storefront-${platformId}`, openApi(address, key)]));
}

/** The demo calls its own server directly, whatever its public URL is. */
function localAddress({ http: { host, port } }: Settings): string {
  return `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
}

function waysIn({ baseUrl, buyer, seller, operator }: SandboxFile, desks: string, { dataFolder }: Settings): string {
  const curl = (key: string, path: string) => `  curl -s '${baseUrl}/api/v2${path}' -H "Authorization: Bearer ${key}"`;
  return `
The marketplace is yours: ${baseUrl}   (Ctrl-C stops it; the data stays in ${dataFolder})

The console, signed in (each link works once):
${desks}

  buyer key     ${buyer.key}
  seller key    ${seller.key}   (${seller.name}, storefront ${seller.storefrontId}, ${seller.platformId})
  operator key  ${operator.key}

  reference     ${baseUrl}/docs   for agents: ${baseUrl}/skill.md
  MCP           ${baseUrl}/mcp/buyer   ${baseUrl}/mcp/storefront
  AdCP agent    ${baseUrl}/storefront/${seller.platformId}/mcp   with the buyer key
  health        ${baseUrl}/health   ${baseUrl}/metrics
  OpenAPI       ${baseUrl}/api/v2/buyer/openapi.yaml   ${baseUrl}/api/v2/storefront/openapi.yaml

Try:
${curl(buyer.key, "/buyer/storefronts")}
${curl(buyer.key, "/buyer/reporting/metrics?days=90")}
${curl(buyer.key, "/sandbox/clock")} -d '{"days":1}'
${curl(seller.key, "/storefront/readiness")}
${curl(seller.key, "/storefront/intelligence-runs?view=summary&take=1")}
`;
}

await demo().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
