import type { Db } from "../db/index.ts";
import type { CustomerKind, Viewer } from "../kernel/viewer.ts";

/** What somebody typed who looks for a thing: a part of its name, or its id. */
interface Sought {
  readonly text: string;
  readonly most: number;
}

/** A thing that was found. Its kind is its finder's. */
interface Found {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name: its domain, its type. */
  readonly detail: string | null;
  readonly state: string | null;
  /** The id of what contains it, such as a creative's campaign. */
  readonly within: string | null;
}

/** How things of a kind are found by those of one side of the market, among what they may see; the newest first. */
export interface Finder {
  /** As the wire calls it: `media_buy`. */
  readonly kind: string;
  readonly side: CustomerKind;
  find(db: Db, viewer: Viewer, sought: Sought): Promise<readonly Found[]>;
}
