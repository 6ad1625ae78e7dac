import { textOf } from "./text-of.ts";

/** Enough for most statements. */
const ROOM = 65_536;
/** Of a short text the letters are written faster one by one than by the function for any text. */
const SHORT = 32;
const PARSE = 80;
const BIND = 66;
const DESCRIBE = 68;
const EXECUTE = 69;
const SYNC = 83;
const PORTAL = 80;

/**
 * Messages of PostgreSQL's protocol, one behind the other. The driver makes a buffer of 256 bytes for each message, which grows until it is
 * large enough; here all of them are put together in the same memory, and only copied out of it.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class Messages {
  #bytes = Buffer.allocUnsafeSlow(ROOM);
  #at = 0;

  parse(name: string, text: string): this {
    const start = this.#begin(PARSE);
    this.#cString(name);
    this.#cString(text);
    // PostgreSQL finds the types of the values.
    this.#int16(0);
    return this.#end(start);
  }

  /** Binds values to the unnamed portal. */
  bind(statement: string, values: readonly unknown[]): this {
    const start = this.#begin(BIND);
    this.#cString("");
    this.#cString(statement);
    const formats = this.#formats(values.length);
    this.#int16(values.length);
    for (const [place, value] of values.entries()) this.#value(value, formats + 2 * place);
    // All columns as text.
    this.#int16(0);
    return this.#end(start);
  }

  describe(): this {
    const start = this.#begin(DESCRIBE);
    this.#byte(PORTAL);
    this.#cString("");
    return this.#end(start);
  }

  execute(): this {
    const start = this.#begin(EXECUTE);
    this.#cString("");
    // As many rows as there are.
    this.#int32(0);
    return this.#end(start);
  }

  sync(): this {
    return this.#end(this.#begin(SYNC));
  }

  /** What was written since it was last taken. */
  take(): Buffer {
    const taken = Buffer.allocUnsafe(this.#at);
    this.#bytes.copy(taken, 0, 0, this.#at);
    this.#at = 0;
    if (this.#bytes.length > 4 * ROOM) this.#bytes = Buffer.allocUnsafeSlow(ROOM);
    return taken;
  }

  /** In bytes, since it was last taken. */
  get length(): number {
    return this.#at;
  }

  /** Drops what was written behind this length. */
  cut(length: number): void {
    this.#at = length;
  }

  #begin(code: number): number {
    const start = this.#at;
    this.#byte(code);
    this.#int32(0);
    return start;
  }

  /** A message's length counts itself, but not the code in front of it. */
  #end(start: number): this {
    this.#bytes.writeInt32BE(this.#at - start - 1, start + 1);
    return this;
  }

  /** Says for each value that it is text; where that is said. */
  #formats(count: number): number {
    this.#int16(count);
    const start = this.#at;
    this.#ensure(2 * count);
    this.#bytes.fill(0, start, start + 2 * count);
    this.#at += 2 * count;
    return start;
  }

  #value(value: unknown, format: number): void {
    const written = textOf(value);
    if (written === null) {
      this.#int32(-1);
    } else if (typeof written === "string") {
      const start = this.#at;
      this.#int32(0);
      this.#text(written);
      this.#bytes.writeInt32BE(this.#at - start - 4, start);
    } else {
      this.#bytes[format + 1] = 1;
      this.#int32(written.length);
      this.#ensure(written.length);
      written.copy(this.#bytes, this.#at);
      this.#at += written.length;
    }
  }

  #text(text: string): void {
    const { length } = text;
    this.#ensure(length <= SHORT ? length : Buffer.byteLength(text));
    const [bytes, start] = [this.#bytes, this.#at];
    let place = 0;
    if (length <= SHORT) {
      for (; place < length; place++) {
        const code = text.charCodeAt(place);
        if (code > 127) break;
        bytes[start + place] = code;
      }
    }
    if (place === length) this.#at += length;
    else this.#longText(text);
  }

  #longText(text: string): void {
    this.#ensure(Buffer.byteLength(text));
    this.#at += this.#bytes.write(text, this.#at, "utf8");
  }

  #cString(text: string): void {
    this.#text(text);
    this.#byte(0);
  }

  #byte(value: number): void {
    this.#ensure(1);
    this.#bytes[this.#at++] = value;
  }

  #int16(value: number): void {
    this.#ensure(2);
    this.#at = this.#bytes.writeUInt16BE(value, this.#at);
  }

  #int32(value: number): void {
    this.#ensure(4);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
  }

  #ensure(size: number): void {
    if (this.#bytes.length - this.#at >= size) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#at + size));
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes = grown;
  }
}
