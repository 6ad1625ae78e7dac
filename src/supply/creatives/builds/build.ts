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

/** A creative that a buyer had a storefront make. */
export interface Build {
  readonly customerId: number;
  /** The task's id, and the key under which its source is asked. */
  readonly buildId: string;
  readonly storefrontId: number;
  readonly principal: string;
  /** The buyer's. */
  readonly idempotencyKey: string;
  readonly inventorySourceId: number;
  readonly request: Omit<CreativeToBuild, "idempotencyKey">;
  readonly status: BuildState;
  /** Null while it is open. */
  readonly outcome: CreativeBuild | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The build after its source has said how far it has come. */
export function afterAnswer(build: Build, said: CreativeBuild): Build {
  if (said.kind === "submitted") return build;
  const status = stepped(buildLife, said.kind === "done" ? "finish" : "refuse", build.status);
  return { ...build, status, outcome: said };
}

/** Its status, for the buyer that ordered it: under the storefront's own id. */
export function standingOf({ outcome, buildId: taskId }: Build, message: string): CreativeBuild {
  return outcome ?? { kind: "submitted", taskId, message };
}

/** The same key is the same request, down to the last word. */
export function isSame(build: Build, request: Build["request"]): boolean {
  return isDeepStrictEqual(build.request, JSON.parse(JSON.stringify(request)));
}
