import type { LogEntry } from "../../platform/audit/index.ts";
import type { Compliance } from "../compliance/index.ts";
import type { SourceStanding } from "../modular/index.ts";
import type { NewestCalls } from "../sources/calls/index.ts";
import type { Storefront } from "../storefronts/index.ts";

/** What else is known of a source than itself. */
export interface Knowledge {
  readonly storefront: Pick<Storefront, "productMode" | "defaultCurrency">;
  /** The tracks of AdCP's that keep a source from buyers. */
  readonly gates: readonly string[];
  /** What was found of the agent that stands behind it now. */
  readonly compliance: Compliance | undefined;
  /** What was done with it last. */
  readonly lastEntry: LogEntry | undefined;
  /** How a modular source stands; undefined for any other. */
  readonly modular?: SourceStanding | undefined;
  /** The last request to its agent, and the result. */
  readonly calls: NewestCalls | undefined;
  readonly now: Date;
}
