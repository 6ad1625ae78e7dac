import { close, fdatasync, fstatSync, mkdirSync, openSync, read, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { Book, parseLines } from "./book.ts";
import type { Entry } from "./entry.ts";

const file = {
  close: promisify(close),
  read: promisify(read),
  sync: promisify(fdatasync),
};

/** The seller's own memory: one file of JSON lines for one seller, to which any number of processes may append. */
export interface Ledger {
  /** Everything that is in the file by now, and safe on the disk. */
  read(): Promise<Book>;
  /** Appends a record; the book that comes back holds it, or the record that had its key before. */
  append(entry: Entry): Promise<Book>;
  close(): Promise<void>;
}

/** Several records; what is longer is read in several pieces, or in a longer one. */
const PIECE = 8_192;

/** Opens a ledger, and makes the file and its folder where they are missing. */
export function openLedger(path: string): Ledger {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, "a+");
  const catchUp = writingAndReading(descriptor, new Book());
  let waiting: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let next: Promise<Book> | undefined;

  /**
   * One turn at a time: two readers would start from the same offset. Whoever comes before one begins shares it, so that records which
   * come while others are made safe are one write, and safe together.
   */
  function inTurn(): Promise<Book> {
    next ??= turn.then(() => {
      next = undefined;
      const lines = waiting.join("");
      waiting = [];
      return catchUp(lines);
    });
    turn = next.catch(() => {});
    return next;
  }

  return {
    read: inTurn,
    append(entry) {
      // The line break in front of the record ends the line that a killed writer may have left torn.
      waiting.push(`\n${JSON.stringify(entry)}\n`);
      return inTurn();
    },
    async close() {
      await turn;
      await file.close(descriptor);
    },
  };
}

/** Adds lines to the file, and has the book say what the file says by now. */
function writingAndReading(descriptor: number, book: Book): (lines: string) => Promise<Book> {
  let piece = Buffer.allocUnsafe(PIECE);
  let offset = 0;
  let isSafe = false;

  function enter(lines: string): void {
    for (const entry of parseLines(lines).entries) book.enter(entry);
    isSafe = false;
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const size = piece.length;
      const { bytesRead, buffer } = await file.read(descriptor, piece, 0, size, offset);
      // What follows the last line break is still being written, or was left by a writer that was killed.
      const whole = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf("\n") + 1);
      if (whole.length > 0) enter(whole.toString());
      offset += whole.length;
      if (bytesRead < size) return;
      if (whole.length === 0) piece = Buffer.allocUnsafe(size * 2);
    }
  }

  return async (lines) => {
    const written = write(descriptor, lines);
    const { size } = fstatSync(descriptor);
    if (written > 0 && size === offset + written) {
      // Nobody else has written since, so what the file has gained is known without reading it.
      offset = size;
      enter(lines);
    } else if (size > offset) await readOn();
    // Before anything is answered from it, whoever wrote it: an answer must survive a crash of the machine.
    if (!isSafe) await file.sync(descriptor);
    isSafe = true;
    return book;
  };
}

/**
 * A single write to a file opened for appending lands whole, behind all others. It is a copy into the system's memory, which takes
 * microseconds; handing it to another thread would take many times as long.
 */
function write(descriptor: number, lines: string): number {
  if (lines === "") return 0;
  const bytes = Buffer.from(lines);
  const written = writeSync(descriptor, bytes);
  if (written !== bytes.length) throw new Error(`the ledger took ${written} of ${bytes.length} bytes`);
  return written;
}
