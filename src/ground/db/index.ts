export { clocksAt } from "./clocks.ts";
export { containing, isCalled } from "./containing.ts";
export { type Database, openDatabase } from "./database.ts";
export type { Db, InstallationDb, NewRow, Row, RowChange, Scope, Tables } from "./db.ts";
export { migrate } from "./migrate.ts";
export { pageAndTotal } from "./page-and-total.ts";
export { preparedQuery, preparedStatement, preparedVariants } from "./prepared-query.ts";
export { storableJson } from "./storable-json.ts";
export { violates } from "./violates.ts";
