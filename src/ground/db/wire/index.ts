export { CommandQuery, StatementQuery } from "./statement-query.ts";
export { TenantQuery, type TenantStatement, type TenantStatements, tenantStatements } from "./tenant-query.ts";
