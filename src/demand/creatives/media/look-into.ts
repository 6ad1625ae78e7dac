import { transferResult } from "../../../ground/workers/hand-back.ts";
import { type Inspected, inspectFile } from "./inspect-file.ts";

export interface UninspectedFile {
  readonly bytes: Uint8Array;
  readonly filename: string;
}

/** The result of an inspection, and the file itself, which was transferred here. */
export interface InspectedFile {
  readonly bytes: Uint8Array;
  /** Undefined for types that no creative can contain. */
  readonly found: Inspected | undefined;
}

/** Runs in a thread. */
export function lookInto({ bytes, filename }: UninspectedFile): InspectedFile {
  const found = inspectFile(bytes, filename);
  return transferResult({ bytes, found }, [bytes.buffer]);
}
