import { z } from "zod";
import { INVALID_PARAMS, ProtocolFault } from "../../mcp/protocol/fault.ts";
import type { Params } from "../../mcp/protocol/message.ts";
import { isObject } from "../../mcp/protocol/message.ts";

const Sent = z.looseObject({
  message: z.looseObject({
    contextId: z.string().max(256).optional(),
    parts: z.array(z.looseObject({ kind: z.string().optional(), data: z.unknown().optional() })).min(1),
  }),
});

export interface Asked {
  readonly skill: string;
  readonly given: Params;
  readonly contextId: string | undefined;
}

/** The call that a message makes: a data part that names a skill and what it is given. Throws `ProtocolFault`. */
export function askedIn(params: Params): Asked {
  const { data: sent } = Sent.safeParse(params);
  if (!sent) throw wrong("params.message: a message with parts");
  const { parts, contextId } = sent.message;
  const call = parts.map(({ data }) => data).find((data) => isObject(data) && typeof data.skill === "string");
  if (!isObject(call)) throw wrong('params.message.parts: a data part {"skill": …, "input": {…}} says what is asked');
  // `parameters` is what AdCP's guides of 3.0 call it.
  const given = call.input ?? call.parameters ?? {};
  if (!isObject(given)) throw wrong("params.message.parts: the input of a skill is an object");
  return { skill: String(call.skill), given, contextId };
}

function wrong(message: string): ProtocolFault {
  return new ProtocolFault(INVALID_PARAMS, message);
}
