import type { Scenario } from "../scenario.ts";
import { agent } from "./agent.ts";
import { briefs } from "./briefs.ts";
import { discovery } from "./discovery.ts";
import { execution } from "./execution.ts";
import { fanOut } from "./fan-out.ts";
import { jobs } from "./jobs.ts";
import { list } from "./list.ts";
import { mcp } from "./mcp.ts";
import { memory } from "./memory.ts";
import { modular } from "./modular.ts";
import { platformTurns } from "./platform-turns.ts";
import { processes } from "./processes.ts";
import { report } from "./report.ts";
import { sellerAnalytics } from "./seller-analytics.ts";
import { singleRow } from "./single-row.ts";
import { startUp } from "./start-up.ts";
import { storefronts } from "./storefronts.ts";

/** In the order of the run, by the names that the command line uses. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "start-up": startUp,
  "single-row": singleRow,
  list,
  mcp,
  agent,
  "fan-out": fanOut,
  briefs,
  discovery,
  execution,
  processes,
  jobs,
  "platform-turns": platformTurns,
  storefronts,
  memory,
  modular,
  report,
  "seller-analytics": sellerAnalytics,
};
