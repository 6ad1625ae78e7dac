import { handBack } from "../../../ground/workers/hand-back.ts";
import { type Inspected, inspectFile } from "./inspect-file.ts";

export interface Unseen {
  readonly bytes: Uint8Array;
  readonly filename: string;
}

/** What was found in a file, and the file itself, which was moved here. */
export interface Seen {
  readonly bytes: Uint8Array;
  /** Undefined for what no creative can hold. */
  readonly found: Inspected | undefined;
}

/** What a thread does with a file. */
export function lookInto({ bytes, filename }: Unseen): Seen {
  const found = inspectFile(bytes, filename);
  return handBack({ bytes, found }, [bytes.buffer]);
}
