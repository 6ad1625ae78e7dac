import { Unavailable } from "../../../ground/kernel/errors.ts";
import { movable, task, WorkerFailure, type Workers } from "../../../ground/workers/index.ts";
import type { Seen, Unseen } from "../media/look-into.ts";

const inspection = task<Unseen, Seen>({
  name: "creatives.inspect-file",
  module: new URL("../media/look-into.ts", import.meta.url).href,
  work: "lookInto",
  deadlineMs: 5_000,
});

/**
 * Inspects a file in a thread, to which its bytes are moved: from then on, use those in the result. A string gives the
 * reason if it failed.
 */
export async function inspectApart(bytes: Uint8Array, filename: string, workers: Workers): Promise<Seen | string> {
  const own = movable(bytes);
  try {
    return await workers.run(inspection, { bytes: own, filename }, { transfer: [own.buffer] });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === "busy") throw new Unavailable(`${filename}: ${error.message}`, { cause: error });
    return `${filename} could not be looked into: ${error.message}`;
  }
}
