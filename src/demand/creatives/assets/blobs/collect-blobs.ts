import { z } from "zod";
import { assetKeyOf } from "../../../../ground/blobs/index.ts";
import { installationDb, wallOf } from "../../../../ground/kernel/context.ts";
import { step } from "../../../../ground/kernel/step.ts";
import { deleteBlobsOfAllCustomers, type IdleBlob, listIdleBlobsOfAllCustomers } from "./store.ts";

const MOST_AT_ONCE = 500;

/**
 * Deletes the bytes of abandoned uploads, and of assets that were deleted long enough ago. Their rows are deleted last, so that
 * an interrupted run is repeated.
 */
export const collectBlobs = step({
  name: "creatives.collect-blobs",
  input: z.object({ customerId: z.int() }),
  attempts: 3,
  reach: "installation",
  async claim(_, ctx): Promise<readonly IdleBlob[] | undefined> {
    const idle = await listIdleBlobsOfAllCustomers(installationDb(ctx), wallOf(ctx), MOST_AT_ONCE);
    return idle.length > 0 ? idle : undefined;
  },
  async call(idle, { blobs }) {
    for (const { customerId, assetId } of idle) await blobs.remove(assetKeyOf(customerId, assetId));
  },
  async settle(idle, _, ctx) {
    await deleteBlobsOfAllCustomers(installationDb(ctx), idle);
    return idle.length;
  },
});
