export { fetchReport, REPORT_FILE, unknownLink } from "./hand-out-report.ts";
export { readReportTicket } from "./ticket.ts";
