import { safeParse } from "zod/v4/core";
import { WeighedMap } from "../../../ground/caches/index.ts";
import type { Parsed } from "../../../ground/kernel/tools/run-tool.ts";
import type { Json } from "../../reference/index.ts";
import { type Release, releaseOf } from "../protocol/release.ts";
import type { Tool } from "../tools/tool.ts";
import { type Weighed, weighWords } from "./weigh-words.ts";

/** A request as its tool reads it: everything that depends only on its content, whoever sends it. */
export interface ReadRequest extends Weighed {
  readonly release: Release;
  /** Parsed by the tool's schema. */
  parsed(): Parsed;
}

/** In characters. Requests are cached because agents repeat the same ones; longer requests are parsed each time. */
const MOST = 400_000;
const LONGEST = 4_000;

const READ = new WeighedMap<string, ReadRequest>(MOST);

/** Reads a request; one with the same content as an earlier one is not parsed again. Throws `SellerRefused` for a release that is not supported. */
export function readRequest(tool: Tool, given: Json): ReadRequest {
  if (tool.access === "write") return readAnew(tool, given);
  // The context is only echoed, and differs each time.
  const { context: _, ...words } = given;
  const text = `${tool.name} ${JSON.stringify(words)}`;
  if (text.length > LONGEST) return readAnew(tool, given);
  const known = READ.get(text);
  if (known) return known;
  const read = readAnew(tool, words);
  READ.set(text, read, text.length);
  return read;
}

function readAnew(tool: Tool, given: Json): ReadRequest {
  const release = releaseOf(given);
  let result: Parsed | undefined;
  return { release, ...weighWords(tool, given), parsed: () => (result ??= safeParse(tool.input, given)) };
}
