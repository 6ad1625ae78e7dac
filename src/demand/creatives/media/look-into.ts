import { handBack } from "../../../ground/workers/hand-back.ts";
import { type Inspected, inspectFile } from "./inspect-file.ts";

export interface Unseen {
  readonly bytes: Uint8Array;
  readonly filename: string;
}

/** The result of an inspection, and the file itself, which was transferred here. */
export interface Seen {
  readonly bytes: Uint8Array;
  /** Undefined for types that no creative can contain. */
  readonly found: Inspected | undefined;
}

/** Runs in a thread. */
export function lookInto({ bytes, filename }: Unseen): Seen {
  const found = inspectFile(bytes, filename);
  return handBack({ bytes, found }, [bytes.buffer]);
}
