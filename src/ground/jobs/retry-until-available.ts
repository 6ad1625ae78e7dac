import { setTimeout as sleep } from "node:timers/promises";
import { type Availability, awayOf } from "../db/connection/index.ts";

const LOOK_MS = 1_000;

/** Runs `act` as soon as the database is available, however long that takes. */
export async function retryUntilAvailable<T>(availability: Availability, act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const done = await act();
      availability.worked();
      return done;
    } catch (error) {
      if (!awayOf(availability.explain(error))) throw error;
      await sleep(LOOK_MS);
    }
  }
}
