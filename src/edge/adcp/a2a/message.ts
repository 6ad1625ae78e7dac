import { z } from "zod";
import { INVALID_PARAMS, ProtocolFault } from "../../mcp/protocol/fault.ts";
import type { Params } from "../../mcp/protocol/message.ts";
import { isObject } from "../../mcp/protocol/message.ts";

/** The address for task notifications, in the spelling of 0.3 and of 1.0. */
const Push = z.looseObject({
  url: z.string(),
  token: z.string().optional(),
  authentication: z
    .looseObject({
      schemes: z.array(z.string()).optional(),
      scheme: z.string().optional(),
      credentials: z.string().optional(),
    })
    .optional(),
});

const Sent = z.looseObject({
  message: z.looseObject({
    contextId: z.string().max(256).optional(),
    parts: z.array(z.looseObject({ kind: z.string().optional(), data: z.unknown().optional() })).min(1),
  }),
  configuration: z
    .looseObject({ pushNotificationConfig: Push.optional(), taskPushNotificationConfig: Push.optional() })
    .optional(),
});

export interface SkillRequest {
  readonly skill: string;
  readonly given: Params;
  readonly contextId: string | undefined;
  /** The client is notified of its task in A2A's format rather than AdCP's. */
  readonly hasCallback: boolean;
}

/** The call in a message: a data part that names a skill and its input. Throws `ProtocolFault`. */
export function askedIn(params: Params): SkillRequest {
  const { data: sent } = Sent.safeParse(params);
  if (!sent) throw wrong("params.message: a message with parts");
  const { contextId } = sent.message;
  const call = callIn(sent);
  if (!call) throw wrong('params.message.parts: a data part {"skill": …, "input": {…}} says what is asked');
  // AdCP's 3.0 guides use the name `parameters`.
  const input = call.input ?? call.parameters ?? {};
  if (!isObject(input)) throw wrong("params.message.parts: a skill's input must be an object");
  const { pushNotificationConfig, taskPushNotificationConfig } = sent.configuration ?? {};
  const push = pushNotificationConfig ?? taskPushNotificationConfig;
  const hasCallback = push !== undefined && input.push_notification_config === undefined;
  const given = hasCallback ? { ...input, push_notification_config: fromA2aPush(push) } : input;
  return { skill: String(call.skill), given, contextId, hasCallback };
}

/** The skill that a message names, if it is one. */
export function skillIn(params: Params): string | undefined {
  const { data: sent } = Sent.safeParse(params);
  const skill = sent && callIn(sent)?.skill;
  return typeof skill === "string" ? skill : undefined;
}

function callIn({ message }: z.output<typeof Sent>): Params | undefined {
  const call = message.parts.map(({ data }) => data).find((data) => isObject(data) && typeof data.skill === "string");
  return isObject(call) ? call : undefined;
}

/** Translated into AdCP's terms. Credentials without a scheme are bearer tokens. */
function fromA2aPush({ url, token, authentication }: z.output<typeof Push>) {
  const { schemes, scheme, credentials } = authentication ?? {};
  const named = schemes?.[0] ?? scheme ?? "Bearer";
  return {
    url,
    ...(token !== undefined && { token }),
    ...(credentials !== undefined && { authentication: { schemes: [named], credentials } }),
  };
}

function wrong(message: string): ProtocolFault {
  return new ProtocolFault(INVALID_PARAMS, message);
}
