import { Unavailable } from "../../../ground/kernel/errors.ts";
import { movable, task, WorkerFailure, type Workers } from "../../../ground/workers/index.ts";
import type { Inspected } from "../media/inspect-file.ts";
import type { InspectedFile, UninspectedFile } from "../media/look-into.ts";

/** The largest text that manifests contain inline and that rows store. */
const MOST_TEXT_BYTES = 1_048_576;

const inspection = task<UninspectedFile, InspectedFile>({
  name: "creatives.inspect-file",
  module: new URL("../media/look-into.ts", import.meta.url).href,
  work: "lookInto",
  deadlineMs: 5_000,
});

/**
 * Inspects a file in a worker thread. Its bytes are transferred there, so use the ones in the result afterwards. If the
 * inspection failed, or the file is a text that is too long, a string gives the reason.
 */
export async function inspectApart(
  bytes: Uint8Array,
  filename: string,
  workers: Workers,
): Promise<{ readonly bytes: Uint8Array; readonly found: Inspected | undefined } | string> {
  const own = movable(bytes);
  const file = { bytes: own, filename, mostTextBytes: MOST_TEXT_BYTES };
  try {
    const { bytes: back, found } = await workers.run(inspection, file, { transfer: [own.buffer] });
    if (found === "a text that is too long")
      return `${filename} has ${back.length} bytes of text: at most ${MOST_TEXT_BYTES}`;
    return { bytes: back, found };
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.kind === "busy") throw new Unavailable(`${filename}: ${error.message}`, { cause: error });
    return `${filename} could not be inspected: ${error.message}`;
  }
}
