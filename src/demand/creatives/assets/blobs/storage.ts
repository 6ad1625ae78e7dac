import type { Context } from "../../../../ground/kernel/context.ts";
import { TooLarge } from "../../../../ground/kernel/errors.ts";
import { sumStoredBytes } from "./store.ts";

/** Above this share of the limit, every upload returns a warning. */
const NEARLY_FULL = 0.8;

/** How much an organisation stores, and its limit. */
export interface Storage {
  readonly usedBytes: number;
  readonly limitBytes: number;
}

export async function readStorage({ db, viewer, installation }: Context): Promise<Storage> {
  const usedBytes = await sumStoredBytes(db, viewer.customerId);
  return { usedBytes, limitBytes: installation.uploads.storageBytes };
}

/** Returns a warning if the buyer is near its storage limit. Throws `TooLarge` beyond the limit. */
export async function checkStorage(ctx: Context): Promise<readonly string[]> {
  const { usedBytes, limitBytes } = await readStorage(ctx);
  if (usedBytes > limitBytes)
    throw new TooLarge(
      `your organisation may keep ${limitBytes} bytes of files, and with these it would be ${usedBytes}: delete creatives, whose ` +
        "files go 30 days later, or ask the operator for more",
      { details: { usedBytes, limitBytes } },
    );
  if (usedBytes < limitBytes * NEARLY_FULL) return [];
  return [`your organisation keeps ${usedBytes} bytes of files, of the ${limitBytes} that it may`];
}
