import type { Caller } from "../../caller.ts";
import type { ForcedStanding } from "./forced-standing.ts";
import { saveStanding } from "./store.ts";

/** Sets a trial's status as its caller says; false for a media buy that is live, or not the caller's. */
export function forceStanding({ side, ...caller }: Caller, forced: ForcedStanding): Promise<boolean> {
  return side.write(({ db }) => saveStanding(db, side.customerId, { ...caller, ...forced }));
}
