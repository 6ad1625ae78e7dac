import { Unzip, UnzipInflate } from "fflate";
import { UnreadableFeed } from "./feed-reading.ts";

/** The limit for the unpacked size of those parts of a workbook that are read. Other parts are not unpacked at all. */
const MOST_UNPACKED_BYTES = 160 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** Unpacked in pieces, so that a part that expands without end is noticed in time. */
const PIECE_BYTES = 16 * 1024;

const READ =
  /^(?:xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * The parts of an XLSX file that make up its sheets, by path. Macros, links to other workbooks and everything else stay
 * packed. Throws `UnreadableFeed` if the file is not a workbook, or unpacks to more than any real sheet.
 */
export function openWorkbook(bytes: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> {
  const parts = new Map<string, Uint8Array[]>();
  let [unpacked, count] = [0, 0];
  const unzip = new Unzip((file) => {
    count += 1;
    if (count > MOST_PARTS) throw new UnreadableFeed(`it has more than ${MOST_PARTS} parts`);
    if (!READ.test(file.name) || parts.has(file.name)) return;
    const pieces: Uint8Array[] = [];
    parts.set(file.name, pieces);
    file.ondata = (error: Error | null, piece) => {
      // Errors thrown by the callbacks below surface here.
      if (error instanceof UnreadableFeed) throw error;
      if (error) throw new UnreadableFeed("it is a damaged XLSX file", { cause: error });
      unpacked += piece.length;
      if (unpacked > MOST_UNPACKED_BYTES)
        throw new UnreadableFeed(`it unpacks to more than ${MOST_UNPACKED_BYTES / 1024 / 1024} MB`);
      pieces.push(piece);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES)
      unzip.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error;
    throw new UnreadableFeed("it is not an XLSX file, or it is damaged", { cause: error });
  }
  if (!parts.has("xl/workbook.xml")) throw new UnreadableFeed("it is not an XLSX workbook");
  return parts;
}
