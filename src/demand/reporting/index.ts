export { fetchReport, REPORT_FILE, unknownLink } from "./export-report.ts";
export { readReportTicket } from "./ticket.ts";
