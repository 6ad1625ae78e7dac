import type { Adapter } from "../contract/adapter.ts";
import type { AnyJob, RemoteRef } from "../contract/job.ts";
import type { ProviderJob } from "./provider-job.ts";

/** The adapter's state machine for a job; undefined if the platform cannot do it. */
export function machineOf({ sales, creative }: Adapter, { kind, input }: Pick<ProviderJob, "kind" | "input">) {
  return (kind === "build" ? creative?.build : machineIn(sales, kind, input)) as AnyJob<unknown, unknown> | undefined;
}

function machineIn(sales: Adapter["sales"], kind: Exclude<ProviderJob["kind"], "build">, input: unknown) {
  if (!sales) return undefined;
  switch (kind) {
    case "create":
      return sales.create;
    case "change":
      return sales.change;
    case "show":
      return sales.show;
    case "switch_ad":
      return sales.switchAd;
    case "report":
      return sales.report;
    case "clean_up":
      return sales.cleanUp(input as readonly RemoteRef[]);
  }
}
