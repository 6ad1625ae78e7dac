import type { LogEntry } from "../../platform/audit/index.ts";
import type { Compliance } from "../compliance/index.ts";
import type { SourceCondition } from "../modular/index.ts";
import type { NewestCalls } from "../sources/calls/index.ts";
import type { Storefront } from "../storefronts/index.ts";

/** What is known about a source in addition to its own row. */
export interface Knowledge {
  readonly storefront: Pick<Storefront, "productMode" | "defaultCurrency">;
  /** The AdCP tracks that can keep a source from buyers. */
  readonly gates: readonly string[];
  /** The verdict on the agent that is behind the source now. */
  readonly compliance: Compliance | undefined;
  /** The latest audit log entry about it. */
  readonly lastEntry: LogEntry | undefined;
  /** The state of a modular source; undefined for any other. */
  readonly modular?: SourceCondition | undefined;
  /** The latest requests to its agent, and their results. */
  readonly calls: NewestCalls | undefined;
  readonly now: Date;
}
