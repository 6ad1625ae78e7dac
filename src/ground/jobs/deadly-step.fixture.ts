import { z } from "zod";
import { step } from "../kernel/step.ts";

export const deadly = step({
  name: "test.deadly",
  input: z.object({ customerId: z.int() }),
  attempts: 2,
  handle: async () => true,
});
