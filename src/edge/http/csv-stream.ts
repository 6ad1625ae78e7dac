import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { MINUTE_MS } from "../../ground/kernel/clock.ts";
import type { CsvList } from "../../ground/kernel/csv/csv-list.ts";
import { runCsv } from "../../ground/kernel/csv/run-csv.ts";
import { PublicError } from "../../ground/kernel/errors.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { Operation } from "../../ground/kernel/operation.ts";
import type { Request } from "../../ground/kernel/run.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";

/** A reader that takes nothing of a file for this long counts as gone. */
const STALLED_MS = MINUTE_MS;

/** A client that also accepts JSON gets JSON, as all clients did before files were introduced. */
export function takesCsv({ headers: { accept = "" } }: Pick<FastifyRequest, "headers">): boolean {
  return /text\/csv/i.test(accept) && !/application\/json/i.test(accept);
}

interface CsvRequest {
  readonly op: Operation;
  readonly csv: CsvList<never>;
  readonly raw: Request;
  readonly viewer: Viewer;
  readonly host: Host;
}

/** Streams the file. Refusals are sent before it begins; a later failure aborts the connection, so that nobody takes a part for the whole. */
export async function answerInCsv(
  { op, csv, raw, viewer, host }: CsvRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const pages = runCsv(op, csv, raw, { viewer, host });
  const first = await pages.next();
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${csv.fileName}.csv"`)
    .header("cache-control", "private, no-store")
    .send(
      Readable.from(
        chunksOf(first, pages, (error) => reportBug(error, raw, host)),
        { objectMode: false },
      ),
    );
}

async function* chunksOf(
  first: IteratorResult<string, void>,
  pages: AsyncGenerator<string, void, undefined>,
  report: (error: unknown) => void,
): AsyncGenerator<string> {
  try {
    if (!first.done) yield first.value;
    yield* pages;
  } catch (error) {
    report(error);
    throw error;
  }
}

function reportBug(error: unknown, { requestId }: Request, { log }: Host): void {
  if (!(error instanceof PublicError)) log.error({ err: error, requestId }, "a file broke off");
}
