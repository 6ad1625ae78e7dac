import { z } from "zod";
import { operation } from "../../../ground/kernel/operation.ts";
import { readStorage } from "./blobs/storage.ts";

const UsageView = z
  .object({
    storage: z.object({
      usedBytes: z
        .number()
        .multipleOf(1)
        .describe("Files of deleted creatives count until they are erased, 30 days later"),
      limitBytes: z.number().multipleOf(1),
      remainingBytes: z.number().multipleOf(1),
    }),
    uploads: z.object({
      atOnce: z.int().describe("Further uploads at the same time are refused with 429"),
      files: z.int().describe("Per request"),
      fileBytes: z.int(),
      requestBytes: z.int().describe("All files of a request together"),
    }),
  })
  .meta({ id: "UploadUsage" });

/** Our own operation: the contract does not limit how much an organisation may store. */
export const getUploadUsage = operation({
  id: "getUploadUsage",
  api: "buyer",
  method: "get",
  path: "/uploads/usage",
  summary: "See how much storage your organisation uses, and its limit",
  tag: "Creatives",
  access: "read",
  answer: UsageView,
  async handle(_, ctx) {
    const { usedBytes, limitBytes } = await readStorage(ctx);
    const { atOnce, files, fileBytes, requestBytes } = ctx.installation.uploads;
    const remainingBytes = Math.max(0, limitBytes - usedBytes);
    return { storage: { usedBytes, limitBytes, remainingBytes }, uploads: { atOnce, files, fileBytes, requestBytes } };
  },
});
