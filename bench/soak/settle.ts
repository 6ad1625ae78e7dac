import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

const PATIENCE_MS = 10 * 60_000;
const LOOK_MS = 1_000;
/** A source is asked some forty times before it is given up; if time passed faster than this, all attempts would be used up within the patience. */
const LOOKS_A_LEAP = 20;

const OPEN = `
  select (select count(*) from media_buys where submitted_at is not null and (status = 'DRAFT' or in_doubt))
       + (select count(*) from order_legs where state = 'open') as buys,
    (select count(*) from jobs.job where state in ('created', 'retry', 'active')
       and name in ('media-buys.submit', 'orders.place-leg', 'media-buys.apply-change')) as jobs`;

/**
 * Lets as much time pass as the surviving servers would have to wait, so that leases end and delayed jobs become due. Whatever is still in
 * flight after that has exceeded its timeout, and is counted.
 */
export async function settle(admin: pg.Client): Promise<{ readonly buys: number; readonly jobs: number }> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let look = 0; ; look++) {
    if (look % LOOKS_A_LEAP === 0) await leap(admin);
    const { rows } = await admin.query<{ buys: string; jobs: string }>(OPEN);
    const open = { buys: Number(rows[0]?.buys), jobs: Number(rows[0]?.jobs) };
    if (open.buys + open.jobs === 0 || performance.now() > deadline) return open;
    await sleep(LOOK_MS);
  }
}

async function leap(admin: pg.Client): Promise<void> {
  await admin.query("update media_buys set lease_until = now() - interval '1 s' where lease_until > now()");
  await admin.query("update order_legs set lease_until = now() - interval '1 s' where lease_until > now()");
  await admin.query(
    "update jobs.job set start_after = now() where state in ('created', 'retry') and start_after > now() and name in ('media-buys.submit', 'orders.place-leg', 'media-buys.apply-change')",
  );
}
