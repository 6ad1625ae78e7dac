import { close, fdatasync, fstatSync, mkdirSync, openSync, read, write } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { Book, parseLines } from "./book.ts";
import type { Entry } from "./entry.ts";

const file = {
  close: promisify(close),
  read: promisify(read),
  sync: promisify(fdatasync),
  write: promisify(write),
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
  const book = new Book();
  let piece = Buffer.allocUnsafe(PIECE);
  let offset = 0;
  let isSafe = false;
  let turn: Promise<unknown> = Promise.resolve();
  let next: Promise<Book> | undefined;

  async function catchUp(): Promise<Book> {
    // Mostly nobody has written since, which the system knows without reading.
    if (fstatSync(descriptor).size > offset) await readOn();
    // Before anything is answered from it, whoever wrote it: an answer must survive a crash of the machine.
    if (!isSafe) await file.sync(descriptor);
    isSafe = true;
    return book;
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const size = piece.length;
      const { bytesRead, buffer } = await file.read(descriptor, piece, 0, size, offset);
      // What follows the last line break is still being written, or was left by a writer that was killed.
      const whole = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf("\n") + 1);
      if (whole.length > 0) isSafe = false;
      for (const entry of parseLines(whole.toString()).entries) book.enter(entry);
      offset += whole.length;
      if (bytesRead < size) return;
      if (whole.length === 0) piece = Buffer.allocUnsafe(size * 2);
    }
  }

  /** One reading at a time: two would start from the same offset. Whoever asks before one begins shares it. */
  function readInTurn(): Promise<Book> {
    next ??= turn.then(() => {
      next = undefined;
      return catchUp();
    });
    turn = next.catch(() => {});
    return next;
  }

  return {
    read: readInTurn,
    async append(entry) {
      // A single write to a file opened for appending lands whole, behind all others. The line break in front of the
      // record ends the line that a killed writer may have left torn.
      const line = Buffer.from(`\n${JSON.stringify(entry)}\n`);
      const { bytesWritten } = await file.write(descriptor, line, 0, line.length, null);
      if (bytesWritten !== line.length) throw new Error(`the ledger took ${bytesWritten} of ${line.length} bytes`);
      return readInTurn();
    },
    async close() {
      await turn;
      await file.close(descriptor);
    },
  };
}
