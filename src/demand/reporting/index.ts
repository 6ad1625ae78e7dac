export { fetchReport, REPORT_FILE, unknownLink } from "./hand-out-report.ts";
export { readTicket } from "./ticket.ts";
