import { transferResult } from "../../../ground/workers/hand-back.ts";
import { type Inspected, inspectFile } from "./inspect-file.ts";

export interface UninspectedFile {
  readonly bytes: Uint8Array;
  readonly filename: string;
  /** A longer text is not returned. */
  readonly mostTextBytes: number;
}

/** The result of an inspection, and the file itself, which was transferred here. */
export interface InspectedFile {
  readonly bytes: Uint8Array;
  /** Undefined for types that no creative can contain. */
  readonly found: Inspected | "a text that is too long" | undefined;
}

/** Runs in a thread. */
export function lookInto({ bytes, filename, mostTextBytes }: UninspectedFile): InspectedFile {
  const inspected = inspectFile(bytes, filename);
  // Bytes are transferred, but a text is copied by the thread that receives it, which must not be held for that.
  const isTooLong = typeof inspected?.text === "string" && bytes.length > mostTextBytes;
  const found = isTooLong ? "a text that is too long" : inspected;
  return transferResult({ bytes, found }, [bytes.buffer]);
}
