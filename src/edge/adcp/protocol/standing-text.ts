import { enveloped, type Framing, type ToolAnswer } from "./envelope.ts";

/** The JSON of an answer in its envelope, without the last brace, because the caller's context is inserted there. */
interface Written {
  readonly plain: Buffer;
  /** The same bytes, escaped for use inside a JSON string. */
  readonly quoted: Buffer;
}

/** JSON in two parts, of which only the small one differs from call to call. */
export interface SerialisedAnswer {
  readonly plain: readonly [Buffer, string];
  readonly quoted: readonly [Buffer, string];
}

const WRITTEN = new WeakMap<ToolAnswer, Map<string, Written>>();

/** The text of an answer that stands; the large part is serialised once for each envelope. */
export function standingText(answer: ToolAnswer, { context, ...framing }: Framing): SerialisedAnswer {
  const { plain, quoted } = writtenOnce(answer, framing);
  const rest = context === undefined ? "}" : `,"context":${JSON.stringify(context)}}`;
  return { plain: [plain, rest], quoted: [quoted, quotedPart(rest)] };
}

function writtenOnce(answer: ToolAnswer, framing: Omit<Framing, "context">): Written {
  const known = WRITTEN.get(answer) ?? new Map<string, Written>();
  WRITTEN.set(answer, known);
  const key = JSON.stringify(framing);
  const written = known.get(key) ?? writeDown(answer, framing);
  known.set(key, written);
  return written;
}

function writeDown(answer: ToolAnswer, framing: Omit<Framing, "context">): Written {
  const text = JSON.stringify(enveloped(answer, { ...framing, context: undefined })).slice(0, -1);
  return { plain: bytesOf(text), quoted: bytesOf(quotedPart(text)) };
}

/** Allocated separately, because a buffer from Node's pool would keep the whole block alive from which it was taken. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** Without the enclosing quotation marks. */
function quotedPart(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
