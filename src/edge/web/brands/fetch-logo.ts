import { z } from "zod";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { task, WorkerFailure } from "../../../ground/workers/index.ts";
import { wantsFetching } from "./brand.ts";
import type { Picture } from "./picture.ts";
import { findBrand, saveLogo } from "./store.ts";

const TIMEOUT_MS = 5 * SECOND_MS;
const MOST_BYTES = 512 * 1024;

/** Fetches a storefront's logo from the seller's URL. A missing image is recorded, and not treated as an error. */
export const fetchLogo = step({
  name: "web.fetch-logo",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  attempts: 3,
  async claim({ customerId, storefrontId }, ctx) {
    const { logo } = (await findBrand(ctx.db, customerId, storefrontId)) ?? {};
    if (!logo?.url || !wantsFetching(logo, wallOf(ctx))) return undefined;
    return { customerId, storefrontId, url: logo.url };
  },
  call: ({ url }, ctx) => fetchPicture(url, ctx),
  async settle(claimed, picture, ctx) {
    await saveLogo(ctx.db, claimed, { url: claimed.url, picture, at: wallOf(ctx) });
    return picture !== null;
  },
});

const inspection = task<Uint8Array, Picture | undefined>({
  name: "web.inspect-logo",
  module: new URL("./picture.ts", import.meta.url).href,
  work: "pictureIn",
  deadlineMs: 5 * SECOND_MS,
  atOnce: 1,
});

async function fetchPicture(url: string, { outbound, workers }: CallContext): Promise<Picture | null> {
  const request = { purpose: "storefront logo", timeoutMs: TIMEOUT_MS, maxResponseBytes: MOST_BYTES, maxRedirects: 3 };
  try {
    const { status, bytes } = await outbound.request(url, { ...request, headers: { accept: "image/*" } });
    return status === 200 ? ((await workers.run(inspection, bytes())) ?? null) : null;
  } catch (error) {
    if (error instanceof OutboundError) return null;
    if (error instanceof WorkerFailure && error.kind !== "busy") return null;
    throw error;
  }
}
