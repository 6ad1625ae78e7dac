import { z } from "zod";
import { lazily } from "../../../ground/caches/index.ts";
import type { ReportProgress } from "../../../ground/kernel/context.ts";
import { invalid } from "../../../ground/kernel/errors.ts";
import type { Operation } from "../../../ground/kernel/operation.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import type { Outcome } from "../../http/run-request.ts";
import { type Json, jsonSchemaOf, nothingCollected } from "../../reference/index.ts";
import type { AppView } from "../apps/app-view.ts";

/** One call of a tool: its caller, and what is logged about it. */
export interface McpRequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The current viewer, bypassing the cache; used for writes. Throws `Unauthorized`. */
  fresh(): Promise<Viewer>;
  /** Receives the progress, if the client requested it. */
  readonly tell?: ReportProgress;
  /** Records which operation was called. */
  note(op: Operation): void;
}

/** The result of a tool. */
export interface ToolOutcome {
  readonly outcome: Outcome;
  /** Replaces the envelope's JSON, if something else is easier to read. */
  readonly text?: string;
  /** A sentence about the outcome. */
  readonly remark?: string;
  /** The data for the tool's view, if it has one. */
  readonly shown?: Json;
}

export interface Tool {
  readonly name: string;
  /** As in `tools/list`: built once, when the server starts. */
  readonly listing: Json;
  /** Whether the tool is listed for this viewer. It refuses calls from all others itself. */
  listedFor(viewer: Viewer): boolean;
  call(given: unknown, requestContext: McpRequestContext): Promise<ToolOutcome>;
}

interface Declared<A extends z.ZodType> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly takes: A;
  /** MCP's hints for people who let an agent use the tool. */
  readonly hints: {
    readonly readOnlyHint?: boolean;
    readonly destructiveHint?: boolean;
    readonly idempotentHint?: boolean;
  };
  readonly listedFor?: (viewer: Viewer) => boolean;
  /** The page that displays the tool's answers, for clients with MCP Apps. */
  readonly view?: AppView;
  answer(given: z.output<A>, requestContext: McpRequestContext): Promise<ToolOutcome>;
}

export function tool<A extends z.ZodType>(declared: Declared<A>): Tool {
  const { name, title, description, takes, hints, view, listedFor = () => true } = declared;
  const listing = lazily(() => ({
    name,
    title,
    description,
    inputSchema: { type: "object", ...jsonSchemaOf(takes, "input", nothingCollected()) },
    annotations: { ...hints, openWorldHint: false },
    // Also under its earlier name, which some clients still use.
    ...(view && { _meta: { ui: { resourceUri: view.uri }, "ui/resourceUri": view.uri } }),
  }));
  return {
    name,
    get listing() {
      return listing();
    },
    listedFor,
    call(given, requestContext) {
      const { data, error } = takes.safeParse(given);
      if (error) throw invalid(error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
      return declared.answer(data, requestContext);
    },
  };
}

/** For tools without input; anything sent is ignored. */
export const NoInput = z.object({});
