import { once } from "node:events";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

export interface VictimRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object | string;
}

/** A server that gets one request, and reports the status of its response. */
const { asked, ...orders } = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as VictimParts & {
  readonly asked: VictimRequest;
};
const interchange = await compose({ ...partsOf(orders, undefined), log: silentLog });
process.stdout.write("ready\n");
await once(process.stdin, "data");
const { statusCode } = await interchange.app.inject(asked);
process.stdout.write(`answered ${statusCode}\n`);
