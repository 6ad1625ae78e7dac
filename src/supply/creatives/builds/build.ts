import { isDeepStrictEqual } from "node:util";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { CreativeBuild, CreativeToBuild } from "../../../ground/seller-agent/index.ts";

type BuildState = "open" | "done" | "refused";

export const buildLife = lifecycle<BuildState, "finish" | "refuse">({
  noun: "ordered creative",
  starts: ["open"],
  states: {
    open: "the source that makes it was asked, and is asked again whenever somebody requests its status",
    done: "it has been made",
    refused: "nothing was made, and its source said why",
  },
  transitions: { finish: { open: "done" }, refuse: { open: "refused" } },
});

/** A creative that a storefront produces for a buyer. */
export interface Build {
  readonly customerId: number;
  /** The task's id, and the idempotency key for its source. */
  readonly buildId: string;
  readonly storefrontId: number;
  readonly principal: string;
  /** The buyer's idempotency key. */
  readonly idempotencyKey: string;
  readonly inventorySourceId: number;
  readonly request: Omit<CreativeToBuild, "idempotencyKey">;
  readonly status: BuildState;
  /** Null while it is open. */
  readonly outcome: CreativeBuild | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The build after its source has reported its progress. */
export function afterAnswer(build: Build, said: CreativeBuild): Build {
  if (said.kind === "submitted") return build;
  const status = stepped(buildLife, said.kind === "done" ? "finish" : "refuse", build.status);
  return { ...build, status, outcome: said };
}

/** Its status for the buyer that ordered it, under the storefront's own task id. */
export function buildStatusOf({ outcome, buildId: taskId }: Build, message: string): CreativeBuild {
  return outcome ?? { kind: "submitted", taskId, message };
}

/** The same key requires an identical request. */
export function isSame(build: Build, request: Build["request"]): boolean {
  return isDeepStrictEqual(build.request, JSON.parse(JSON.stringify(request)));
}
