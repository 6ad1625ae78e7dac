import { createHmac } from "node:crypto";
import { z } from "zod";
import type { InstallationDb } from "../../../ground/db/index.ts";
import { isSameSecret } from "../../../ground/vault/index.ts";
import { findHashesOfAllCustomers, listHeadsOfAllCustomers } from "../chain/store.ts";

/**
 * A signed record of how far each organisation's log had grown at a given moment. It must be stored out of reach of anybody who can write
 * to the database.
 */
export const Checkpoint = z.object({
  at: z.iso.datetime(),
  heads: z.array(z.tuple([z.int(), z.int(), z.string()])).describe("Organisation, last entry, and its hash"),
  mac: z.string(),
});

export type Checkpoint = z.output<typeof Checkpoint>;

export async function makeCheckpointOfInstallation(
  db: InstallationDb,
  key: Uint8Array,
  wall: Date,
): Promise<Checkpoint> {
  const found = await listHeadsOfAllCustomers(db);
  const heads = found.map(({ customerId, sequence, hash }): [number, number, string] => [customerId, sequence, hash]);
  const reported = { at: wall.toISOString(), heads };
  return { ...reported, mac: signatureOf(key, reported) };
}

/** The checkpoints in a text, one per line; all other lines are skipped, as in a mail. */
export function readCheckpoints(text: string): Checkpoint[] {
  const lines = text.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line, index) => {
    try {
      return Checkpoint.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`checkpoint ${index + 1} cannot be read: it is not as it was written`, { cause });
    }
  });
}

/** The contradictions between a truncated or rewritten log and the checkpoint, as sentences. */
export async function disagreementsOfInstallation(
  db: InstallationDb,
  key: Uint8Array,
  checkpoint: Checkpoint,
): Promise<string[]> {
  const { at, heads, mac } = checkpoint;
  if (!isSameSecret(mac, signatureOf(key, checkpoint)))
    return [`the checkpoint of ${at} was not signed by this installation`];
  const places = heads
    .map(([customerId, sequence]) => ({ customerId, sequence }))
    .filter(({ sequence }) => sequence > 0);
  const hashes = await findHashesOfAllCustomers(db, places);
  return heads.flatMap(([customerId, sequence, hash]) => {
    if (sequence === 0 || hashes.get(customerId) === hash) return [];
    const what = hashes.has(customerId) ? "is another one now" : "is gone";
    return [`organisation ${customerId}: entry ${sequence}, which the checkpoint of ${at} has seen, ${what}`];
  });
}

function signatureOf(key: Uint8Array, { at, heads }: Pick<Checkpoint, "at" | "heads">): string {
  return createHmac("sha256", key)
    .update(JSON.stringify(["checkpoint", at, heads]))
    .digest("hex");
}
