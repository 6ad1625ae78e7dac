import { z } from "zod";
import { type SellerError, SellerRefused } from "../../../ground/seller-agent/index.ts";
import { type Json, jsonSchemaOf, nothingGathered } from "../../reference/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import type { AdcpRequestContext } from "../request-context.ts";

/** A task of AdCP as this agent offers it. From its one declaration come the schema in `tools/list`, parsing and the A2A skill. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** As `tools/list` tells it: made once, when the server starts. */
  readonly listing: Json;
  /** Whoever knocks may call it; every other tool asks for a key. */
  readonly isPublic: boolean;
  /** Repeated under its idempotency key, it is done once. */
  readonly writes: boolean;
  /** Callers in a sandbox alone are told of it. */
  readonly isForSandbox: boolean;
  /** Throws `SellerRefused` with everything that is wrong with the input. */
  answer(given: Json, requestContext: AdcpRequestContext): Promise<ToolAnswer>;
}

interface Declared<I extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly isPublic?: true;
  readonly writes?: true;
  readonly isForSandbox?: true;
  answer(input: z.output<I>, requestContext: AdcpRequestContext): Promise<ToolAnswer>;
}

export function tool<I extends z.ZodObject>(declared: Declared<I>): Tool {
  const { name, title, description, input, isPublic = false, writes = false, isForSandbox = false } = declared;
  const inputSchema = { type: "object", ...jsonSchemaOf(input.extend(EVERY), "input", nothingGathered()) };
  const annotations = { readOnlyHint: !writes, destructiveHint: writes, idempotentHint: true, openWorldHint: false };
  return {
    name,
    title,
    description,
    isPublic,
    writes,
    isForSandbox,
    listing: { name, title, description, inputSchema, annotations },
    answer(given, requestContext) {
      const { data, error } = input.safeParse(given);
      if (error) throw new SellerRefused(name, error.issues.map(asSellerError));
      return declared.answer(data, requestContext);
    },
  };
}

/** What every request may carry, and no tool has to look after. */
const EVERY = {
  adcp_version: z.string().optional().describe("The release that the request is in: 3.0 or 3.1"),
  context: z.unknown().optional().describe("Echoed in the answer to the letter"),
};

/** What a tool that writes asks for. */
export const IdempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_.:-]{16,255}$/, "16 to 255 of the characters A-Z a-z 0-9 _ . : -")
  .describe("The same for every repetition of this request and for no other: a UUID does");

function asSellerError({ path, message }: z.core.$ZodIssue): SellerError {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  const field = steps.join("").replace(/^\./, "");
  return {
    code: "INVALID_REQUEST",
    message: `${field || "the request"}: ${message}`,
    field: field || null,
    recovery: "correctable",
  };
}

export function completed(body: Json): ToolAnswer {
  return { status: "completed", body };
}
