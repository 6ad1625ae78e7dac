import type { Db } from "../db/index.ts";
import type { CustomerKind, Viewer } from "../kernel/viewer.ts";

/** A search term: a part of a thing's name, or its id. */
interface SearchTerm {
  readonly text: string;
  readonly most: number;
}

/** A resource that was found. Its kind is that of its finder. */
interface Found {
  readonly id: string;
  readonly name: string;
  /** What distinguishes it from others with the same name, such as its domain or its type. */
  readonly detail: string | null;
  readonly state: string | null;
  /** The id of what contains it, such as a creative's campaign. */
  readonly within: string | null;
}

/** Finds resources of one kind for one side of the market, among those that the caller may see, newest first. */
export interface Finder {
  /** As it is spelt on the wire: `media_buy`. */
  readonly kind: string;
  readonly side: CustomerKind;
  find(db: Db, viewer: Viewer, sought: SearchTerm): Promise<readonly Found[]>;
}
