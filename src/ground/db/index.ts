export { batchLoader } from "./batch-loader.ts";
export { coalesce } from "./coalesce.ts";
export { containing } from "./containing.ts";
export { type Database, openDatabase } from "./database.ts";
export type { Db, InstallationDb, NewRow, Row, RowChange, Scope, Tables } from "./db.ts";
export { migrate } from "./migrate.ts";
export { pageAndTotal } from "./page-and-total.ts";
export { preparedQuery } from "./prepared-query.ts";
export { storableJson } from "./storable-json.ts";
