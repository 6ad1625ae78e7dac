import { Unzip, UnzipInflate } from "fflate";
import { UnreadableFeed } from "./feed-reading.ts";

/** What the parts of a workbook that are read may come to, unpacked. Nothing else of it is unpacked at all. */
const MOST_UNPACKED_BYTES = 160 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** Fed in pieces, so that a part which unpacks without end is noticed before it has. */
const PIECE_BYTES = 16 * 1024;

const READ =
  /^(?:xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * The parts of an XLSX file that hold its sheets, by their paths. Macros, links to other workbooks and whatever else it
 * carries stay packed. Throws `UnreadableFeed` for what is no workbook, or unpacks to more than anybody's sheet does.
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
      // What is thrown below comes back here.
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
