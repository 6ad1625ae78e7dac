import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { Spool, Spooled } from "../../ground/blobs/index.ts";
import type { UploadLimits } from "../../ground/kernel/context.ts";
import { Invalid, PublicError, TooLarge } from "../../ground/kernel/errors.ts";
import type { UploadedFile } from "../../ground/kernel/operation.ts";
import { pacedRequest } from "./paced-request.ts";

/** The JSON of a form, and its files. */
export interface Form {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** Deletes the temporary files. */
  forget(): Promise<void>;
}

const METADATA = "metadata";
const METADATA_BYTES = 1_048_576;
/** For the boundaries and the headers of the parts. */
const WRAPPING_BYTES = 65_536;
/** Allowed in addition to the files; also the number of headers that a part may have. */
const MOST_FIELDS = 20;
const MOST_HEADERS = 20;

/** Reads `multipart/form-data` (RFC 7578): the part `metadata` is JSON, and every part with a file name is a file. */
export async function readForm(request: FastifyRequest, limits: UploadLimits, spool: Spool): Promise<Form> {
  const most = limits.requestBytes + METADATA_BYTES + WRAPPING_BYTES;
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooMuch(limits);
  const spooled: Spooled[] = [];
  const forget = async () => void (await Promise.all(spooled.map((content) => content.remove())));
  const take = async (part: MultipartFile) => {
    const content = await spool.take(part.file);
    spooled.push(content);
    return content;
  };
  const { paced, end } = pacedRequest(request);
  try {
    return { ...(await collect(paced, limits, take)), forget };
  } catch (error) {
    await forget();
    throw error instanceof PublicError ? error : refusalOf(error, limits);
  } finally {
    // A part that was refused is discarded unread, as is anything that follows the form.
    end();
  }
}

async function collect(
  request: FastifyRequest,
  allowed: UploadLimits,
  take: (part: MultipartFile) => Promise<Spooled>,
): Promise<Omit<Form, "forget">> {
  const { fileBytes: fileSize, files: most } = allowed;
  // One more than allowed, so that our own count notices the excess and reports it in our own words.
  const limits = { fileSize, files: most + 1, fields: MOST_FIELDS, fieldSize: METADATA_BYTES };
  const parts = request.parts({ limits: { ...limits, parts: most + 1 + MOST_FIELDS, headerPairs: MOST_HEADERS } });
  const files: UploadedFile[] = [];
  let metadata: unknown;
  let bytes = 0;
  for await (const part of parts) {
    if (part.type === "field") {
      if (part.valueTruncated) throw new TooLarge(`${METADATA}: at most ${METADATA_BYTES} bytes`, { field: METADATA });
      if (part.fieldname === METADATA) metadata = part.value;
      continue;
    }
    const content = await take(part);
    bytes += content.size;
    if (part.file.truncated || bytes > allowed.requestBytes || files.length === most) throw tooMuch(allowed);
    // Some clients send JSON as a file called "blob".
    if (part.fieldname === METADATA) metadata = await metadataIn(content);
    else files.push({ filename: plain(part.filename), content });
  }
  return { body: typeof metadata === "string" ? parsed(metadata) : (metadata ?? {}), files };
}

async function metadataIn(content: Spooled): Promise<string> {
  if (content.size > METADATA_BYTES)
    throw new TooLarge(`${METADATA}: at most ${METADATA_BYTES} bytes`, { field: METADATA });
  return Buffer.from(await content.read()).toString();
}

/** Only the name of a file: no folders, no control characters, no lone surrogates. */
function plain(filename: string | undefined): string {
  const name = (filename ?? "")
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/\p{Cc}/gu, "")
    .toWellFormed()
    .trim()
    .slice(0, 255);
  return name || "file";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Invalid(`the part ${METADATA} is not JSON: ${(cause as Error).message}`, { field: METADATA, cause });
  }
}

function tooMuch({ fileBytes, requestBytes, files }: UploadLimits): TooLarge {
  return new TooLarge(
    `an upload has at most ${files} files, of ${fileBytes} bytes each and ${requestBytes} bytes together: send the rest in ` +
      "a later update, or name files by URL",
    { details: { files, fileBytes, requestBytes } },
  );
}

/** Translates the parser's errors into ours; any failure while a body is read is the body's fault. */
function refusalOf(error: unknown, limits: UploadLimits): PublicError {
  const { statusCode, message } = error as { readonly statusCode?: number; readonly message: string };
  return statusCode === 413 ? tooMuch(limits) : new Invalid(`the form could not be read: ${message}`, { cause: error });
}
