import type { Chip } from "../brief/index.ts";
import type { Ask } from "./ask.ts";

/** What a refinement is read against. */
export interface Shown {
  /** What is wanted and refused so far. */
  readonly known: readonly Chip[];
  /** What was shown last, best first. */
  readonly products: readonly ShownProduct[];
  readonly sellers: readonly Named[];
}

export interface ShownProduct {
  readonly salesAgentId: string;
  readonly productId: string;
  readonly name: string;
  /** What it is about, as preferences. */
  readonly likeness: () => readonly Chip[];
}

/** A refinement in words as it was understood. */
export interface ReadAsk {
  readonly ask: Ask;
  /** It concerns what was shown, or a limit of before: a seller would misunderstand it. */
  readonly isOwn: boolean;
  /** Undefined if nothing was understood. */
  readonly outcome: { readonly status: "applied" | "partial" | "unable"; readonly notes: string } | undefined;
}

/** A seller by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}
