import type pg from "pg";
import type { Started } from "../src/main/start.ts";
import type { Server } from "./harness/installation.ts";
import type { Pace } from "./harness/pace.ts";
import type { Generator } from "./harness/target.ts";
import type { Marketplace } from "./marketplace/open-marketplace.ts";

/** What every scenario may use. */
export interface Bench {
  readonly pace: Pace;
  /** Temporary; goes when the run ends. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  /** As the administrator, past the tenants' walls. */
  readonly admin: pg.Client;
  readonly generator: Generator;
  /** The server that is measured, in a separate process. */
  readonly server: Server;
  /** The same application in this process, for looking into it where nothing is timed. */
  readonly inside: Started;
  readonly marketplace: Marketplace;
}

/** A number that was promised. */
export interface Bar {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
  readonly met: boolean;
  /** Why it was missed, as far as it was measured, and what would reach it. */
  readonly because?: string;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a scenario has to say, on a page and to a machine. */
export interface Finding {
  readonly title: string;
  /** What was done, and how. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly bars: readonly Bar[];
  /** What explains the figures, and what would better them. */
  readonly notes?: readonly string[];
  readonly block?: string;
  readonly figures: unknown;
}

export type Scenario = (bench: Bench) => Promise<Finding>;

export const POOL_SIZE = 10;
export const DISCOVERY_TIMEOUT_MS = 1_500;
/** The settings of every server, and of the application in this process. */
export const SERVER_ENV = {
  INTERCHANGE_SANDBOX: "1",
  DATABASE_POOL_SIZE: String(POOL_SIZE),
  DISCOVERY_TIMEOUT_MS: String(DISCOVERY_TIMEOUT_MS),
};
