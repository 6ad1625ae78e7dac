import { z } from "zod";
import { installationDb, wallOf } from "../../ground/kernel/context.ts";
import { stepped } from "../../ground/kernel/lifecycle.ts";
import { step } from "../../ground/kernel/step.ts";
import { archiveKeyOf, archiveLife } from "./archive.ts";
import { listOldArchivesOfAllCustomers, type OldArchive, setArchiveStatesOfAllCustomers } from "./store.ts";

const MOST_AT_ONCE = 200;

/** Deletes the files of archives that have expired. Their rows stay, as a record of when they were requested. */
export const expireArchives = step({
  name: "archives.expire",
  input: z.object({ customerId: z.int() }),
  attempts: 3,
  reach: "installation",
  async claim(_, ctx): Promise<readonly OldArchive[] | undefined> {
    const old = await listOldArchivesOfAllCustomers(installationDb(ctx), wallOf(ctx), MOST_AT_ONCE);
    return old.length > 0 ? old : undefined;
  },
  async call(old, { blobs }) {
    for (const { customerId, archiveId } of old) await blobs.remove(archiveKeyOf(customerId, archiveId));
  },
  async settle(old, _, ctx) {
    const ended = old.map((one) => ({
      ...one,
      state: stepped(archiveLife, one.state === "READY" ? "expire" : "give up", one.state),
    }));
    await setArchiveStatesOfAllCustomers(installationDb(ctx), ended);
    return ended.length;
  },
});
