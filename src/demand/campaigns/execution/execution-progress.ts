import { z } from "zod";
import type { ReportProgress } from "../../../ground/kernel/context.ts";

export const ExecutionProgressView = z
  .object({
    done: z.int().describe("How many media buys have been attempted"),
    of: z.int().describe("How many have been sent"),
    message: z.string().describe("The last step, in words"),
    mediaBuyId: z.string().optional(),
    salesAgentName: z.string().optional(),
    status: z.string().optional().describe("The media buy's status after it was sent"),
  })
  .meta({ id: "ExecutionProgress" });

type ProgressInput = z.input<typeof ExecutionProgressView>;

/** The result of sending a draft, as far as it is known. */
interface Sent {
  readonly salesAgentName: string;
  readonly status: string;
  readonly error: string | null;
}

/** Reports the result for each media buy as it arrives. */
export function reportSending(of: number, tell: ReportProgress): (mediaBuyId: string, sent: Sent | undefined) => void {
  let done = 0;
  const say = (said: Omit<ProgressInput, "done" | "of">) => {
    const event: ProgressInput = { done, of, ...said };
    tell(event);
  };
  say({ message: of === 1 ? "one media buy is sent" : `${of} media buys are sent` });
  return (mediaBuyId, sent) => {
    done += 1;
    if (!sent) return say({ mediaBuyId, message: "it has not been sent yet, and will be" });
    const { salesAgentName, status, error } = sent;
    say({ mediaBuyId, salesAgentName, status, message: error ?? `${salesAgentName} has it` });
  };
}
