export { readLedger } from "./ledger/audit.ts";
export { openLedger } from "./ledger/ledger.ts";
export { PROFILES } from "./profiles.ts";
export { PUBLISHERS } from "./publishers.ts";
export { openSimulatedSeller } from "./seller.ts";
export { Simulation, type SimulationInput } from "./simulation.ts";
