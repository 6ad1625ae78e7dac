import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

/** A request to a server that dies before it has completed it. */
export interface LastRequest {
  readonly key: string;
  /** Below `/api/v2`. */
  readonly path: string;
  readonly payload: object;
  /** It dies before it sends the statement with this number, counted from the start of the request. */
  readonly diesBefore: number;
}

export interface LastRequests extends VictimParts {
  readonly requests: readonly LastRequest[];
}

/**
 * A server that gets one request after another, each of which stops before a statement; then it kills itself. It reports the status
 * of the requests that sent fewer statements than that, and null for the others.
 */
const { requests, ...orders } = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as LastRequests;
const { app } = await compose({ ...partsOf(orders, undefined), log: silentLog });
const asking = new AsyncLocalStorage<{ count: number; readonly diesBefore: number; stand(): void }>();

const send = pg.Client.prototype.query as unknown as (this: pg.Client, ...args: unknown[]) => unknown;
const counting: typeof send = function (...args) {
  const at = asking.getStore();
  if (!at || ++at.count < at.diesBefore) return send.apply(this, args);
  at.stand();
  return new Promise(() => undefined);
};
pg.Client.prototype.query = counting as unknown as typeof pg.Client.prototype.query;

function ask({ key, path, payload, diesBefore }: LastRequest): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const url = `/api/v2${path}`;
    const request = { method: "POST", url, headers: { authorization: `Bearer ${key}` }, payload } as const;
    asking.run({ count: 0, diesBefore, stand: () => resolve(null) }, () => {
      app.inject(request).then(({ statusCode }) => resolve(statusCode), reject);
    });
  });
}

const statuses: (number | null)[] = [];
for (const request of requests) statuses.push(await ask(request));
process.stdout.write(JSON.stringify(statuses), () => process.kill(process.pid, "SIGKILL"));
