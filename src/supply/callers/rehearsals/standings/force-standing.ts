import type { Caller } from "../../caller.ts";
import type { ForcedState } from "./forced-standing.ts";
import { saveStanding } from "./store.ts";

/** Sets the status of a sandbox buy as its caller asks; returns false if the media buy is live or not the caller's. */
export function forceStanding({ side, ...caller }: Caller, forced: ForcedState): Promise<boolean> {
  return side.write(({ db }) => saveStanding(db, side.customerId, { ...caller, ...forced }));
}
