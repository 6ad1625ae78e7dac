import pg from "pg";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

/** What a server is asked that is to die before it has done it. */
export interface LastRequest extends VictimParts {
  readonly key: string;
  /** Below `/api/v2`. */
  readonly path: string;
  readonly payload: object;
  /** It dies before it sends its statement of this number, counted from the request on. */
  readonly diesBefore: number;
}

const asked = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as LastRequest;
const { app } = await compose({ ...partsOf(asked, undefined), log: silentLog });

let count = 0;
const send = pg.Client.prototype.query as unknown as (this: pg.Client, ...args: unknown[]) => unknown;
const counting: typeof send = function (...args) {
  count += 1;
  if (count === asked.diesBefore) process.kill(process.pid, "SIGKILL");
  return send.apply(this, args);
};
pg.Client.prototype.query = counting as unknown as typeof pg.Client.prototype.query;

const { statusCode } = await app.inject({
  method: "POST",
  url: `/api/v2${asked.path}`,
  headers: { authorization: `Bearer ${asked.key}` },
  payload: asked.payload,
});
// It had fewer statements to send than that.
process.stdout.write(`answered ${statusCode}\n`);
process.exit(0);
