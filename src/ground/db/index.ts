export { batchLoader } from "./batch-loader.ts";
export { clocksAt } from "./clocks.ts";
export { coalesce } from "./coalesce.ts";
export { containing } from "./containing.ts";
export {
  type Database,
  type DatabaseOptions,
  type Db,
  type InstallationDb,
  type NewRow,
  openDatabase,
  type Row,
  type RowChange,
  type Scope,
  type Tables,
} from "./database.ts";
export { migrate } from "./migrate.ts";
export { pageAndTotal } from "./page-and-total.ts";
export { preparedQuery } from "./prepared-query.ts";
export { storableJson } from "./storable-json.ts";
