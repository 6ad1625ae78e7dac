import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModuleContract } from "../modules/contract.ts";
import type { Stage } from "../modules/stage.ts";

interface NormalisationVector {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly expected: {
    readonly parsedAvailCount: number;
    readonly rejectedRowCount: number;
    readonly warningCount: number;
    readonly avails: readonly Readonly<Record<string, unknown>>[];
    readonly rejectedRows: readonly Readonly<Record<string, unknown>>[];
    readonly warnings: readonly Readonly<Record<string, unknown>>[];
  };
}

interface ProjectionVector {
  readonly activeAvailCount: number;
  readonly openWorkItemCount: number;
  readonly openWorkItemCountsByKind: Readonly<Record<string, number>>;
  readonly moduleStatus: Readonly<Record<string, string>>;
  readonly lifecycleStatus: Readonly<Record<Stage, string>>;
  readonly requiredRuntimeFieldSources: Readonly<Partial<Record<Stage, readonly string[]>>>;
}

export interface ScenarioStep {
  readonly step: number;
  readonly at: string;
  readonly task: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each step of the scenario has a result of its own shape
  readonly result: any;
  readonly expectedProjection: ProjectionVector;
  readonly ledger: {
    readonly capacity: Readonly<Record<string, { held: number; booked: number; available: number }>>;
    readonly bookings: Readonly<Record<string, string>>;
  };
  readonly workItems: Readonly<Record<string, string>>;
}

interface Vectors {
  readonly stages: readonly string[];
  readonly catalog: Readonly<Record<string, Omit<ModuleContract, "contractId">>>;
  readonly truthTable: {
    readonly stage: Stage;
    readonly rows: readonly {
      readonly input: {
        readonly attached: boolean;
        readonly disabled: boolean;
        readonly error: boolean;
        readonly setup: boolean;
        readonly openWorkItem: boolean;
        readonly runtimeInputs: boolean;
      };
      readonly expected: string;
    }[];
  };
  readonly normalization: readonly NormalisationVector[];
  readonly scenario: {
    readonly defaults: Readonly<Record<string, unknown>>;
    readonly rows: readonly Readonly<Record<string, unknown>>[];
    readonly steps: readonly ScenarioStep[];
  };
}

/** The published test vectors for modular sources, `modular-rules/1.0.0`. */
export const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "modular-vectors.json"), "utf8")) as Vectors;
