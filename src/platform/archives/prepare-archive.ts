import { z } from "zod";
import type { CallContext } from "../../ground/kernel/context.ts";
import { wallOf } from "../../ground/kernel/context.ts";
import { stepped } from "../../ground/kernel/lifecycle.ts";
import { step } from "../../ground/kernel/step.ts";
import { findCustomer } from "../customers/index.ts";
import { archiveKeyOf, archiveLife, retainedUntil } from "./archive.ts";
import { gatherArchive } from "./gather-archive.ts";
import type { ArchiveManifest } from "./manifest.ts";
import { openPacking } from "./pack-archive.ts";
import { findArchive, finishArchive } from "./store.ts";

interface Claimed {
  readonly archiveId: string;
  readonly organisation: ArchiveManifest["organisation"];
}

/** Writes the file of an archive that somebody requested. If interrupted, it starts from the beginning. */
export const prepareArchive = step({
  name: "archives.prepare",
  input: z.object({ customerId: z.int(), archiveId: z.string() }),
  attempts: 4,
  // One at a time, because each reads everything an organisation has, and its files stay on the disk until they are packed.
  atOnce: 1,
  async claim({ archiveId }, { db, viewer }): Promise<Claimed | undefined> {
    const archive = await findArchive(db, viewer.customerId, archiveId);
    const customer = await findCustomer(db, viewer.customerId);
    if (archive?.state !== "PREPARING" || !customer) return undefined;
    const { customerId, company, kind, sandbox } = customer;
    return { archiveId, organisation: { customerId, company, kind, sandbox } };
  },
  call: write,
  async settle({ archiveId }, { bytes, sha256 }, ctx) {
    const wall = wallOf(ctx);
    const state = stepped(archiveLife, "finish", "PREPARING");
    const ready = { archiveId, state, readyAt: wall, expiresAt: retainedUntil(wall), bytes, sha256 };
    await finishArchive(ctx.db, ctx.viewer.customerId, ready);
    return archiveId;
  },
});

async function write({ archiveId, organisation }: Claimed, ctx: CallContext) {
  const packing = openPacking(ctx.spool);
  try {
    await gatherArchive(organisation, ctx, packing.storeFile);
    const packed = await packing.pack(archiveId);
    try {
      await ctx.blobs.put(archiveKeyOf(organisation.customerId, archiveId), packed, "application/gzip");
    } finally {
      await packed.remove();
    }
    return { bytes: packed.size, sha256: packed.digest };
  } finally {
    await packing.discard();
  }
}
