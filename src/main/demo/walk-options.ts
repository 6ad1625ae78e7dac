import type { Api } from "./api.ts";

/** Options of the journey, in addition to the API. */
export interface WalkOptions {
  /** The key that gives access to a storefront's source, by the storefront's `platformId`. */
  readonly sourceKeys: ReadonlyMap<string, string>;
  /** The API with a seller's key, by the id of its sales agent, for actions that the seller takes during the journey. */
  readonly sellers: ReadonlyMap<string, Api>;
  /** Waits for a moment while jobs run. */
  meanwhile(): Promise<void>;
  /** Receives each chapter as it begins, and each notable event in it. */
  tell(line: Line): void;
}

export type Line =
  | { readonly chapter: string }
  | { readonly fact: string }
  | { readonly table: readonly (readonly string[])[] };
