import type pg from "pg";
import type { Started } from "../src/main/start.ts";
import type { Server } from "./harness/installation.ts";
import type { Pace } from "./harness/pace.ts";
import type { Generator } from "./harness/target.ts";
import type { Marketplace } from "./marketplace/open-marketplace.ts";

/** What is available to every scenario. */
export interface Bench {
  readonly pace: Pace;
  /** A temporary folder that is deleted when the run ends. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  /** The administrator's connection, which bypasses the separation of tenants. */
  readonly admin: pg.Client;
  readonly generator: Generator;
  /** The server under test, in a separate process. */
  readonly server: Server;
  /** The same application in this process, for inspecting it when nothing is being timed. */
  readonly inside: Started;
  readonly marketplace: Marketplace;
}

/** A target that was set. */
export interface Bar {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
  readonly met: boolean;
  /** Why it was missed, as far as that was measured, and what would achieve it. */
  readonly because?: string;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The results of a scenario, for a page and for programs. */
export interface Finding {
  readonly title: string;
  /** What was done, and how. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly bars: readonly Bar[];
  /** Explains the figures, and says what would improve them. */
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
