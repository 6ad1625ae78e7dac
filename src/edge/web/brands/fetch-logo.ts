import { z } from "zod";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { type Outbound, OutboundError } from "../../../ground/outbound/index.ts";
import { wantsFetching } from "./brand.ts";
import { type Picture, pictureIn } from "./picture.ts";
import { findBrand, keepLogo } from "./store.ts";

const TIMEOUT_MS = 5 * SECOND_MS;
const MOST_BYTES = 512 * 1024;

/** Fetches a storefront's logo from where its seller keeps it. What is no picture there is noted, and no error. */
export const fetchLogo = step({
  name: "web.fetch-logo",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  attempts: 3,
  async claim({ customerId, storefrontId }, ctx) {
    const { logo } = (await findBrand(ctx.db, customerId, storefrontId)) ?? {};
    if (!logo?.url || !wantsFetching(logo, wallOf(ctx))) return undefined;
    return { customerId, storefrontId, url: logo.url };
  },
  call: ({ url }, { outbound }) => fetchPicture(outbound, url),
  async settle(claimed, picture, ctx) {
    await keepLogo(ctx.db, claimed, { url: claimed.url, picture, at: wallOf(ctx) });
    return picture !== null;
  },
});

async function fetchPicture(outbound: Outbound, url: string): Promise<Picture | null> {
  const request = { purpose: "storefront logo", timeoutMs: TIMEOUT_MS, maxResponseBytes: MOST_BYTES, maxRedirects: 3 };
  try {
    const { status, bytes } = await outbound.request(url, { ...request, headers: { accept: "image/*" } });
    return status === 200 ? (pictureIn(bytes()) ?? null) : null;
  } catch (error) {
    if (error instanceof OutboundError) return null;
    throw error;
  }
}
