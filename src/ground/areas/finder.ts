import type { Db } from "../db/index.ts";
import type { CustomerKind, Viewer } from "../kernel/viewer.ts";

/** A search term: a part of a thing's name, or its id. */
interface Sought {
  readonly text: string;
  readonly most: number;
}

/** A thing that was found. Its kind is its finder's. */
interface Found {
  readonly id: string;
  readonly name: string;
  /** What distinguishes it from others with the same name: its domain, its type. */
  readonly detail: string | null;
  readonly state: string | null;
  /** The id of what contains it, such as a creative's campaign. */
  readonly within: string | null;
}

/** How things of a kind are found by one side of the market, among those that it may see; the newest first. */
export interface Finder {
  /** As the wire calls it: `media_buy`. */
  readonly kind: string;
  readonly side: CustomerKind;
  find(db: Db, viewer: Viewer, sought: Sought): Promise<readonly Found[]>;
}
