import { z } from "zod";
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { Forbidden, Invalid } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { type ClockEvent, tick } from "./tick.ts";

const FURTHEST_MS = 400 * DAY_MS;

const Clock = z
  .object({
    now: z.iso.datetime().describe("The organisation's current time"),
    wallTime: z.iso.datetime(),
    aheadSeconds: z.int().describe("How far the organisation's clock is ahead of real time"),
  })
  .meta({ id: "SandboxClock" });

const Advance = z
  .object({
    days: z.int().min(0).max(400).optional(),
    hours: z.int().min(0).max(9600).optional(),
    minutes: z.int().min(0).max(100_000).optional(),
    to: z.iso.datetime({ offset: true }).optional().describe("A point in time to advance to, instead of a duration"),
    toNextDue: z
      .literal(true)
      .optional()
      .describe(
        "Advance to when the next thing falls due, if that is within 400 days; otherwise the clock does not move",
      ),
  })
  .refine(
    ({ to, toNextDue, days, hours, minutes }) => [to, toNextDue, days ?? hours ?? minutes].filter(isSaid).length === 1,
    {
      message: "say how far (days, hours, minutes), where to (to) or toNextDue, one of the three",
    },
  )
  .meta({ id: "AdvanceSandboxClock" });

function isSaid(value: unknown): boolean {
  return value !== undefined;
}

const ClockAnswer = Clock.extend({
  happened: z
    .array(z.object({ at: z.iso.datetime(), step: z.string(), subject: z.string(), error: z.string().nullable() }))
    .describe("What came due in that time, in order"),
}).meta({ id: "AdvancedSandboxClock" });

export const getSandboxClock = operation({
  id: "getSandboxClock",
  api: "platform",
  method: "get",
  path: "/sandbox/clock",
  summary: "Read your organisation's sandbox clock",
  tag: "Sandbox",
  access: "read",
  answer: Clock,
  errors: [Forbidden],
  async handle(_, { viewer, now }) {
    return clockAt(viewer, now);
  },
});

/** Everything that is due by the new time happens in order before the call returns: approvals, delivery, completions. */
export const advanceSandboxClock = operation({
  id: "advanceSandboxClock",
  api: "platform",
  method: "post",
  path: "/sandbox/clock",
  summary: "Advance your organisation's sandbox clock",
  description:
    "A clock only moves forward. Everything that falls due in that time happens before the response, and is listed in it.",
  tag: "Sandbox",
  access: "write",
  body: Advance,
  answer: ClockAnswer,
  errors: [Forbidden, Invalid],
  audit: { resource: "SANDBOX_CLOCK", action: "UPDATE" },
  async claim({ body }, { viewer, now, nextDue }) {
    clockAt(viewer, now);
    if (body.toNextDue) {
      const due = await nextDue(after(now, FURTHEST_MS));
      return { to: due && due.at > now ? due.at : now };
    }
    const { days = 0, hours = 0, minutes = 0 } = body;
    const to = body.to ? new Date(body.to) : after(now, days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS);
    if (to < now) throw new Invalid(`to: the clock is at ${now.toISOString()} and only moves forward`, { field: "to" });
    if (to > after(now, FURTHEST_MS))
      throw new Invalid("a clock moves at most 400 days forward in one call", { field: body.to ? "to" : "days" });
    return { to };
  },
  async call({ to }, { viewer, perform }) {
    const happened: ClockEvent[] = [];
    for (;;) {
      const step = await perform(tick, { customerId: viewer.customerId, until: to.toISOString() });
      if (!step) return happened;
      if (step.happening) happened.push(step.happening);
    }
  },
  async settle({ to }, happened, { viewer }) {
    return { ...clockAt(viewer, to), happened };
  },
});

function clockAt({ sandbox }: Context["viewer"], now: Date) {
  if (!sandbox) throw new Forbidden("only sandbox organisations have a clock that can be read and advanced");
  const wall = new Date();
  return {
    now: now.toISOString(),
    wallTime: wall.toISOString(),
    aheadSeconds: Math.round((now.getTime() - wall.getTime()) / 1000),
  };
}
