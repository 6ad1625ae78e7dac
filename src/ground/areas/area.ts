import type { InstallationDb } from "../db/db.ts";
import type { EnqueueOptions, Installation } from "../kernel/context.ts";
import type { Lifecycle } from "../kernel/lifecycle.ts";
import type { Operation } from "../kernel/operation.ts";
import type { Random } from "../kernel/random.ts";
import type { Agenda, Step, StepInput } from "../kernel/step.ts";
import type { Finder } from "./finder.ts";

/**
 * What an area contributes to the server. `main/areas.ts` lists all areas, in the order in which they may import each
 * other.
 */
export interface Area {
  /** Its folder below `src`: `supply/orders`. */
  readonly name: string;
  readonly operations: readonly Operation[];
  readonly steps: readonly Step[];
  readonly agendas: readonly Agenda[];
  readonly schedules: readonly Schedule[];
  /** Its nouns with states: `docs/states.md` is drawn from them. */
  readonly lifecycles: readonly Lifecycle[];
  /** How its resources are found by name or id, for the search that is available everywhere. */
  readonly finders: readonly Finder[];
  /** An operator's metrics about it, for `/metrics`. */
  readonly figures: readonly Figure[];
}

export interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A number over all tenants, read from the database by a query that stays cheap however many tenants there are. */
export interface Figure {
  /** As Prometheus spells it, with its unit last. */
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  read(db: InstallationDb, wall: Date): Promise<readonly Reading[]>;
}

/** Work that recurs for the whole installation, in one transaction over all tenants. */
export interface Schedule {
  readonly name: string;
  /** Five fields, UTC. */
  readonly cron: string;
  handle(db: InstallationDb, context: ScheduleContext): Promise<void>;
}

interface ScheduleContext {
  /** Real time, because a schedule belongs to no customer's clock. */
  readonly wall: Date;
  readonly installation: Installation;
  readonly random: Random;
  enqueue(step: Pick<Step, "name">, input: StepInput, options: EnqueueOptions): Promise<void>;
}

interface Declared extends Partial<Omit<Area, "operations">> {
  readonly name: string;
  /** Modules in which every export is an operation: `import * as buyerApi from "./buyer-api.ts"`. */
  readonly operations?: readonly Readonly<Record<string, Operation>>[];
}

export function area({ operations = [], ...declared }: Declared): Area {
  const flat = operations.flatMap((module) => Object.values(module));
  return {
    steps: [],
    agendas: [],
    schedules: [],
    lifecycles: [],
    finders: [],
    figures: [],
    ...declared,
    operations: flat,
  };
}
