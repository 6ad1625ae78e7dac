import { execFile } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENDPOINTS } from "../../src/edge/mcp/endpoints.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";

/** The MCP Inspector's command line at every endpoint. Anything it finds in a tool's schema would break clients with stricter models. */
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const INSPECTOR = join(
  import.meta.dirname,
  "../../node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
);

function inspect(
  url: string,
  key: string,
): Promise<{ readonly code: number; readonly said: string; readonly warned: string }> {
  const target = [url, "--transport", "http", "--header", `Authorization: Bearer ${key}`];
  const args = [INSPECTOR, "--cli", ...target, "--method", "tools/list", "--strict"];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 64_000_000 }, (error, said, warned) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, said, warned }),
    );
  });
}

test.each([...ENDPOINTS, "/storefront"])(
  "%s: the inspector lists its tools, and finds nothing in them",
  async (endpoint) => {
    const isForSellers = endpoint.endsWith("/storefront") && endpoint !== "/storefront";
    const url = endpoint === "/storefront" ? shop.mcpUrl : shop.world.parts.installation.publicUrl + endpoint;
    const { code, said, warned } = await inspect(url, (isForSellers ? shop.seller : shop.buyer).key);
    expect(code, warned).toBe(0);
    expect(JSON.parse(said).tools.length).toBeGreaterThan(3);
  },
  60_000,
);
