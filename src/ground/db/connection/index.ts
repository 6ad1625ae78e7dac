export { makeApplicationLogin, openApplicationLogin } from "./application-login.ts";
export { type Availability, awayOf, type Condition, DatabaseAway, openAvailability } from "./availability.ts";
export { type Connections, fairly } from "./fair-pool.ts";
export { openPool } from "./open-pool.ts";
export { hasLeft, PoolClient } from "./pool-client.ts";
export { ONE_SERVER, roleOptions, settingsOfEachTransaction, type Topology } from "./session.ts";
