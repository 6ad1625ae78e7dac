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
export { question } from "./question.ts";
