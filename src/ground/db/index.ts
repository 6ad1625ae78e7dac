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
export { gather } from "./gather.ts";
export { migrate } from "./migrate.ts";
export { pageAndTotal } from "./page-and-total.ts";
export { question } from "./question.ts";
export { storableJson } from "./storable-json.ts";
export { together } from "./together.ts";
