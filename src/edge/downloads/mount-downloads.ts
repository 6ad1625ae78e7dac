import type { FastifyInstance } from "fastify";
import { fetchReport, REPORT_FILE, readReportTicket, unknownLink } from "../../demand/reporting/index.ts";
import { inTransaction } from "../../ground/kernel/perform.ts";
import { ARCHIVE_FILE, findArchiveFile, readArchiveTicket, unknownArchiveLink } from "../../platform/archives/index.ts";
import type { Edge } from "../http/mount.ts";

/** Serves files that are fetched with a signed link instead of a key. */
export function mountDownloads(app: FastifyInstance, edge: Pick<Edge, "host">): void {
  mountReports(app, edge);
  mountArchives(app, edge);
}

function mountReports(app: FastifyInstance, { host }: Pick<Edge, "host">): void {
  app.get<{ Querystring: { ticket?: unknown } }>(REPORT_FILE, async (request, reply) => {
    request.noted = { operation: "downloadReport" };
    const ticket = readReportTicket(String(request.query.ticket), host.vault);
    const viewer = ticket && (await host.viewerOf(ticket.customerId));
    if (!viewer) throw unknownLink();
    const { customerId } = viewer;
    request.noted = {
      operation: "downloadReport",
      customerId,
      ...(ticket.readerId !== null && { userId: ticket.readerId }),
    };
    const { fileName, csv } = await inTransaction(host, viewer, request.id, "read", (ctx) => fetchReport(ctx, ticket));
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${fileName}"`)
      .header("cache-control", "private, no-store")
      .send(csv);
  });
}

function mountArchives(app: FastifyInstance, { host }: Pick<Edge, "host">): void {
  app.get<{ Querystring: { ticket?: unknown } }>(ARCHIVE_FILE, async (request, reply) => {
    request.noted = { operation: "downloadArchive" };
    const ticket = readArchiveTicket(String(request.query.ticket), host.vault, host.clock.now());
    const viewer = ticket && (await host.viewerOf(ticket.customerId));
    if (!viewer) throw unknownArchiveLink();
    const { customerId } = viewer;
    const reader = ticket.readerId === null ? {} : { userId: ticket.readerId };
    request.noted = { operation: "downloadArchive", customerId, ...reader };
    const { blobKey, bytes, fileName } = await inTransaction(host, viewer, request.id, "read", (ctx) =>
      findArchiveFile(ctx, ticket),
    );
    const content = await host.blobs.get(blobKey);
    if (!content) throw unknownArchiveLink();
    return reply
      .type("application/gzip")
      .header("content-length", bytes)
      .header("content-disposition", `attachment; filename="${fileName}"`)
      .header("cache-control", "private, no-store")
      .send(content);
  });
}
