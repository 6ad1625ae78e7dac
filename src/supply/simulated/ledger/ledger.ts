import { close, fdatasync, fstat, mkdirSync, openSync, read, write } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { Book, parseLines } from "./book.ts";
import type { Entry } from "./entry.ts";

const file = {
  close: promisify(close),
  read: promisify(read),
  size: async (descriptor: number) => (await promisify(fstat)(descriptor)).size,
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

/** Opens a ledger, and makes the file and its folder where they are missing. */
export function openLedger(path: string): Ledger {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, "a+");
  const book = new Book();
  let offset = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function catchUp(): Promise<Book> {
    // Before anything is answered from it, whoever wrote it: an answer must survive a crash of the machine.
    await file.sync(descriptor);
    const length = (await file.size(descriptor)) - offset;
    if (length <= 0) return book;
    const { bytesRead, buffer } = await file.read(descriptor, Buffer.alloc(length), 0, length, offset);
    // What follows the last line break is still being written, or was left by a writer that was killed.
    const whole = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf("\n") + 1);
    for (const entry of parseLines(whole.toString()).entries) book.enter(entry);
    offset += whole.length;
    return book;
  }

  /** One reading at a time: two would start from the same offset. */
  function readInTurn(): Promise<Book> {
    const reading = turn.then(catchUp);
    turn = reading.catch(() => {});
    return reading;
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
