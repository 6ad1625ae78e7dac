import { z } from "zod";
import type { Host } from "../host.ts";
import { type Operation, operation } from "../operation.ts";
import { type Request, run } from "../run.ts";
import type { Viewer } from "../viewer.ts";
import { csvLines } from "./csv-file.ts";
import type { CsvList, CsvPage } from "./csv-list.ts";

/**
 * The file of a list, one page of lines at a time. Each page is run like the list itself, with the same rules and in a read of its own, and
 * only when the reader wants more, so that a slow reader holds neither a connection nor a turn.
 */
export async function* runCsv(
  op: Operation,
  csv: CsvList<never>,
  request: Request,
  { viewer, host }: { readonly viewer: Viewer; readonly host: Host },
): AsyncGenerator<string, void, undefined> {
  let head = csvLines([csv.columns]);
  let after: string | undefined;
  do {
    const page = pageOf(op, csv, after);
    const turn = () => run(page, request, viewer, host);
    const { data } = await host.shares.run("file", String(viewer.customerId), turn);
    const { lines, next } = data as CsvPage;
    yield head + csvLines(lines);
    head = "";
    after = next;
  } while (after !== undefined);
}

const Page = z.object({
  lines: z.array(z.array(z.union([z.string(), z.number(), z.null()])).readonly()).readonly(),
  next: z.string().optional(),
});

function pageOf(op: Operation, csv: CsvList<never>, after: string | undefined): Operation {
  return operation({
    ...op,
    csv: undefined,
    answer: Page,
    handle: (input, ctx) => csv.page(input as never, ctx, after),
  });
}
