import pg from "pg";
import { after, type Clock, SECOND_MS, wallClock } from "../../src/ground/kernel/clock.ts";

/** For a simulated platform: a real-time clock that advances a second with each reading, so that nobody exceeds its rate limits. */
export function unhurriedWall(): Clock {
  const began = wallClock.now();
  let looks = 0;
  return { now: () => after(began, SECOND_MS * looks++) };
}

const FASTER = 20;

/** For a simulated platform: something that takes half a minute takes a second and a half. */
export function fasterClock(): Clock {
  const began = wallClock.now();
  return { now: () => after(began, (wallClock.now().getTime() - began.getTime()) * FASTER) };
}

/** Removes the waiting for turns at a platform. A test that is not about turns would spend most of its time waiting for them. */
export async function liftLimits({ databaseUrl }: { readonly databaseUrl: string }): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(
      `create function no_limit() returns trigger language plpgsql as $$
         begin new.free_at := now() - interval '1 day'; return new; end $$;
       create trigger no_limit before insert or update on provider_limits for each row execute function no_limit()`,
    );
  } finally {
    await admin.end();
  }
}
