import { enveloped, type Framing, type ToolAnswer } from "./envelope.ts";

/** An answer in its envelope as JSON, without the last brace: the caller's context goes there. */
interface Written {
  readonly plain: Buffer;
  /** The same as a part of a JSON string. */
  readonly quoted: Buffer;
}

/** JSON in parts, of which only the small ones differ from call to call. */
export interface TextOfAnswer {
  readonly plain: readonly [Buffer, string];
  readonly quoted: readonly [Buffer, string];
}

const WRITTEN = new WeakMap<ToolAnswer, Map<string, Written>>();

/** The text of an answer that stands, made once for each envelope. */
export function standingText(answer: ToolAnswer, { context, ...framing }: Framing): TextOfAnswer {
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

/** In memory of its own: a buffer from Node's pool would keep the whole block that it was cut from. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** Without its quotation marks. */
function quotedPart(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
