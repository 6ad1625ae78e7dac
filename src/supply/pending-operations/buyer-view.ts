import { z } from "zod";

export const BuyerView = z.object({
  customerId: z.int().nullable().describe("Null for a buyer on another system"),
  name: z.string().nullable(),
});
