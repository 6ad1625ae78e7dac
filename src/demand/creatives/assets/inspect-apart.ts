import { Unavailable } from "../../../ground/kernel/errors.ts";
import { movable, task, WorkerFailure, type Workers } from "../../../ground/workers/index.ts";
import type { InspectedFile, UninspectedFile } from "../media/look-into.ts";

const inspection = task<UninspectedFile, InspectedFile>({
  name: "creatives.inspect-file",
  module: new URL("../media/look-into.ts", import.meta.url).href,
  work: "lookInto",
  deadlineMs: 5_000,
});

/**
 * Inspects a file in a worker thread. Its bytes are transferred there, so use the ones in the result afterwards. If the
 * inspection failed, a string gives the reason.
 */
export async function inspectApart(
  bytes: Uint8Array,
  filename: string,
  workers: Workers,
): Promise<InspectedFile | string> {
  const own = movable(bytes);
  try {
    return await workers.run(inspection, { bytes: own, filename }, { transfer: [own.buffer] });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === "busy") throw new Unavailable(`${filename}: ${error.message}`, { cause: error });
    return `${filename} could not be inspected: ${error.message}`;
  }
}
