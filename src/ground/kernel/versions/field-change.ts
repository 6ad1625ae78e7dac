import { z } from "zod";

export const FieldChangeView = z
  .object({
    field: z.string().describe("Such as packages[0].budget"),
    before: z.unknown().describe("Null if the previous version did not have it"),
    after: z.unknown().describe("Null if this version no longer has it"),
  })
  .meta({ id: "FieldChange" });
