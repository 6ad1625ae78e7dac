// Run with tsx, as `PORT=… tsx sdk-a2a-seller.ts`: the SDK contains its example platform as TypeScript, but no A2A server for it.
import { createRequire } from "node:module";
import { createA2AAdapter } from "@adcp/sdk/server";

type Server = Parameters<typeof createA2AAdapter>[0]["server"];
type App = Parameters<ReturnType<typeof createA2AAdapter>["mount"]>[0] & {
  listen(port: number, host: string): unknown;
};

interface Example {
  readonly MockHybridSeller: new () => object;
  buildHybridServerExample(platform: object): Server;
}

const example = new URL("../../node_modules/@adcp/sdk/examples/decisioning-platform-mock-seller.ts", import.meta.url);
const { MockHybridSeller, buildHybridServerExample } = (await import(example.href)) as Example;
const port = Number(process.env["PORT"]);

const adapter = createA2AAdapter({
  server: buildHybridServerExample(new MockHybridSeller()),
  authenticate: async ({ headers }) => {
    const token = headers.authorization?.replace("Bearer ", "");
    return token === process.env["ADCP_AUTH_TOKEN"] ? { token: token ?? "", clientId: "buyer", scopes: [] } : null;
  },
  agentCard: {
    name: "Mock Hybrid Seller",
    description: "the SDK's example",
    url: `http://127.0.0.1:${port}/a2a`,
    version: "1.0.0",
  },
});
const express = createRequire(import.meta.url)("express") as () => App;
const app = express();
adapter.mount(app);
app.listen(port, "127.0.0.1");
