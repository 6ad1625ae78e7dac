import { expect, test } from "vitest";
import { freshDatabase } from "../../../../test/database.ts";
import { openPool } from "./open-pool.ts";
import { ONE_SERVER } from "./session.ts";

test("whoever asks alone gets the connection that was opened first, in whatever order a burst returned them", async () => {
  const { applicationUrl } = await freshDatabase();
  const pool = openPool(applicationUrl, 3, ONE_SERVER);
  const burst = () => Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  try {
    const opened = await burst();
    for (const place of [0, 2, 1]) opened[place]?.release();
    const alone = await pool.connect();
    expect(opened.indexOf(alone)).toBe(0);
    const beside = await pool.connect();
    expect(opened.indexOf(beside)).toBe(1);
    alone.release();
    beside.release();
    const again = await burst();
    expect(again.map((one) => opened.indexOf(one))).toEqual([0, 1, 2]);
    for (const one of again) one.release();
    // One that is lost leaves the others in their order.
    const first = await pool.connect();
    first.release(new Error("it is lost"));
    const next = await pool.connect();
    expect(opened.indexOf(next)).toBe(1);
    next.release();
  } finally {
    await pool.end();
  }
});
