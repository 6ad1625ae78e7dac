import { readFileSync } from "node:fs";
import { InMemoryStateStore, serve, verifyApiKey } from "@adcp/sdk/server";
import { createAdcpServer } from "@adcp/sdk/server/legacy/v5";

/** The AdCP SDK's own server, with the same tools as a storefront's agent, over products in memory. It checks a single key and no schemas. */
const { result } = JSON.parse(readFileSync(process.env.BENCH_ANSWER_FILE ?? "", "utf8"));
const { products } = result.structuredContent;
const stateStore = new InMemoryStateStore();
const key = process.env.BENCH_KEY ?? "";

async function unasked(): Promise<never> {
  throw new Error("nobody asks for this here");
}

const server = serve(
  ({ taskStore }) =>
    createAdcpServer({
      name: "bench",
      version: "1.0.0",
      taskStore,
      stateStore,
      validation: { requests: "off", responses: "off" },
      mediaBuy: {
        getProducts: async () => ({ products }),
        createMediaBuy: unasked,
        updateMediaBuy: unasked,
        getMediaBuys: unasked,
        getMediaBuyDelivery: unasked,
        listCreativeFormats: unasked,
        syncCreatives: unasked,
        listCreatives: unasked,
      },
      accounts: { syncAccounts: unasked, listAccounts: unasked },
    }),
  {
    port: Number(process.env.BENCH_PORT),
    authenticate: verifyApiKey({ keys: { [key]: { principal: "bench" } } }),
    onListening: () => process.send?.(server.address()),
  },
);
