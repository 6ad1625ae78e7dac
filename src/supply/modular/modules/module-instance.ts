import { lifecycle, type Transitions } from "../../../ground/kernel/lifecycle.ts";
import { contractOf } from "./catalogue.ts";
import type { ModuleContract, ModuleKind } from "./contract.ts";
import type { CredentialKind } from "./module.ts";

/** The stored statuses; ACTIVE is derived, never stored. */
export type StoredModuleStatus = "CONFIGURING" | "DISABLED" | "ERROR";
export type ModuleStatus = StoredModuleStatus | "ACTIVE";

/** A module attached to one source. */
export interface ModuleInstance {
  readonly moduleRowId: number;
  readonly inventorySourceId: number;
  /** The seller's own name for the module: `feed-1`. */
  readonly moduleInstanceId: string;
  readonly contractId: string;
  readonly kind: ModuleKind;
  readonly name: string;
  readonly status: StoredModuleStatus;
  readonly config: Readonly<Record<string, unknown>>;
  readonly credentialKinds: readonly CredentialKind[];
  readonly lastError: string | null;
  readonly lastCheckedAt: Date | null;
  /** Issues that begin with `info:` are remarks; all others block. */
  readonly issues: readonly string[];
}

/** A module leaves ERROR when its health is resolved; whether it is ACTIVE is derived from its configuration. */
export const MODULE_STATUS: Transitions<StoredModuleStatus, "configure" | "disable" | "fail"> = {
  configure: { CONFIGURING: "CONFIGURING", DISABLED: "CONFIGURING", ERROR: "CONFIGURING" },
  disable: { CONFIGURING: "DISABLED", ERROR: "DISABLED", DISABLED: "DISABLED" },
  fail: { CONFIGURING: "ERROR", DISABLED: "ERROR", ERROR: "ERROR" },
};

export const moduleLife = lifecycle({
  noun: "module of a source",
  states: {
    CONFIGURING: "it is attached; once it has everything that it requires, it is ACTIVE",
    DISABLED: "the seller has switched it off",
    ERROR: "it failed, and waits until its health is resolved",
  },
  starts: ["CONFIGURING"],
  transitions: MODULE_STATUS,
});

export function statusOf(module: ModuleInstance): ModuleStatus {
  if (module.status !== "CONFIGURING") return module.status;
  return missingSetup(module, contractOf(module.contractId)).length > 0 ? "CONFIGURING" : "ACTIVE";
}

/** The keys that are configured; credentials only count by being present. */
export function configuredKeys({ config, credentialKinds }: ModuleInstance): string[] {
  return [...Object.keys(config), ...credentialKinds.map((kind) => `credential:${kind}`)].sort();
}

/** The required configuration that a module lacks, either for everything it does or for one stage. */
export function missingSetup(
  module: ModuleInstance,
  contract: ModuleContract | undefined,
  stage?: ModuleContract["stages"][number]["stage"],
): string[] {
  const configured = new Set(configuredKeys(module));
  const wanted = (contract?.fields ?? []).filter(
    ({ source, required, requiredFor }) =>
      source === "MODULE_CONFIG" && required && (stage === undefined || requiredFor.includes(stage)),
  );
  return wanted.map(({ key }) => key).filter((key) => !configured.has(key));
}

const SHORT: Readonly<Record<ModuleKind, string>> = {
  INVENTORY_FEED: "feed",
  BOOKING_LEDGER: "ledger",
  TRAFFICKING: "traffic",
  STATUS_SYNC: "status",
  REPORTING_IMPORT: "report",
};

/** The next free name for this kind: `traffic-2`. */
export function nextInstanceId(kind: ModuleKind, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${SHORT[kind]}-${number}`)) number += 1;
  return `${SHORT[kind]}-${number}`;
}
