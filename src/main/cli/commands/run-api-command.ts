import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { text } from "node:stream/consumers";
import { openClient, Unreachable } from "#client";
import type { CommandEnvironment } from "../command-environment.ts";
import { NotLoggedIn, UsageError } from "../failures/failures.ts";
import { type Format, formatFor, print } from "../output/print.ts";
import { connectionOf } from "../profiles/connection.ts";
import type { Typed } from "./add-api-commands.ts";
import type { ApiCommand, Pages } from "./api-command.ts";
import { type Call, callOf } from "./call.ts";
import { everyItem } from "./every-item.ts";

interface CommonOptions {
  readonly data?: string;
  readonly file?: readonly string[];
  readonly all?: boolean;
  readonly idempotencyKey?: string;
  readonly output?: Format;
  readonly profile?: string;
  readonly server?: string;
}

/** The signature of the client's call, which is the same for every operation. */
type Send = (
  method: string,
  path: string,
  init: { readonly params: object; readonly body?: unknown },
) => Promise<{ readonly data?: unknown }>;

/** Sends the request for what was typed, and prints the answer. */
export async function runApiCommand(command: ApiCommand, typed: Typed, around: CommandEnvironment): Promise<void> {
  const options = typed.options as CommonOptions;
  const call = callOf(command, typed, await dataGiven(options.data, around.stdin));
  const data = await answerOf(command, call, options, around);
  await print(data, formatFor(options.output, around), around);
}

/** The same for a command whose name differs from that of the operation it calls. */
export async function answerOf(
  command: Pick<ApiCommand, "method" | "path" | "pages">,
  call: Call,
  options: CommonOptions,
  { env }: Pick<CommandEnvironment, "env">,
): Promise<unknown> {
  const { server, key } = await connectionOf(options, env);
  const isWrite = command.method !== "get";
  const idempotencyKey = options.idempotencyKey ?? randomUUID();
  const headers = isWrite ? { "idempotency-key": idempotencyKey } : {};
  const client = openClient({ baseUrl: server, headers, ...(key !== undefined && { key }) });
  const send = client.buyer.request as unknown as Send;
  const body = options.file ? await formOf(call.body, options.file) : call.body;
  const ask = (page = {}) =>
    send(command.method, command.path, {
      params: { path: call.path, query: { ...call.query, ...page } },
      ...(body !== undefined && { body }),
    });
  try {
    if (options.all && command.pages) return await everyItem(sizedBy(call, command.pages), ask);
    const { data } = await ask();
    return (data as { readonly data?: unknown } | undefined)?.data;
  } catch (error) {
    if (isUnauthorised(error) && key === undefined)
      throw new NotLoggedIn(`you are not logged in to ${server}: interchange login`);
    if (isWrite && error instanceof Unreachable) throw withKey(error, server, idempotencyKey);
    throw error instanceof Unreachable ? reworded(error, `${server} cannot be reached`) : error;
  }
}

function isUnauthorised(error: unknown): boolean {
  return error instanceof Error && "status" in error && error.status === 401;
}

/** Without an answer, it is unknown whether a write took effect; it can be sent again under its key. */
function withKey(error: Unreachable, server: string, key: string): Unreachable {
  return reworded(
    error,
    `${server} cannot be reached, and it is not known whether the call took effect: repeat it with --idempotency-key ${key}`,
  );
}

function reworded(error: Unreachable, message: string): Unreachable {
  const named = new Unreachable(error.cause);
  named.message = message;
  return named;
}

/** A user who states a page size gets pages of that size. */
function sizedBy({ query: { take, limit } }: Call, pages: Pages): Pages {
  const given = take ?? limit;
  return typeof given === "number" ? { ...pages, size: given } : pages;
}

async function dataGiven(given: string | undefined, stdin: NodeJS.ReadStream): Promise<unknown> {
  if (given === undefined) return undefined;
  const source = given === "-" ? await text(stdin) : given.startsWith("@") ? await fileText(given.slice(1)) : given;
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new UsageError(`--data is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function fileText(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => {
    throw new UsageError(`${path} cannot be read`);
  });
}

/** The JSON body as one part of the form, and each file as another (RFC 7578). */
async function formOf(body: unknown, files: readonly string[]): Promise<FormData> {
  const form = new FormData();
  form.set("metadata", JSON.stringify(body ?? {}));
  for (const path of files) {
    const blob = await openAsBlob(path).catch(() => {
      throw new UsageError(`${path} cannot be read`);
    });
    form.append("files", blob, basename(path));
  }
  return form;
}
