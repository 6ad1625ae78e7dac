import { appendFile } from "node:fs/promises";
import { z } from "zod";
import { type CallContext, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { auditKeyOf } from "../chain/audit-key.ts";
import { type Checkpoint, makeCheckpointOfInstallation } from "./checkpoint.ts";

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 64 * 1024;

/** Creates a checkpoint of all audit logs, and stores it where the operator has chosen: in a file, by mail, or at a webhook. */
export const saveCheckpoint = step({
  name: "audit.keep-checkpoint",
  reach: "installation",
  input: z.object({ customerId: z.int() }),
  async claim(_, ctx) {
    if (ctx.installation.auditCheckpoints === null) return undefined;
    return makeCheckpointOfInstallation(installationDb(ctx), auditKeyOf(ctx.vault), wallOf(ctx));
  },
  call: handOver,
  settle: async () => undefined,
});

async function handOver(checkpoint: Checkpoint, { installation, mail, outbound }: CallContext): Promise<void> {
  const place = installation.auditCheckpoints;
  const line = `${JSON.stringify(checkpoint)}\n`;
  if (place === null) return;
  switch (place.kind) {
    case "file":
      return appendFile(place.path, line, { mode: 0o600, flush: true });
    case "mail": {
      const messageId = `<audit-${checkpoint.mac.slice(0, 32)}@${new URL(installation.publicUrl).hostname}>`;
      const subject = `Audit checkpoint of ${installation.publicUrl}, ${checkpoint.at}`;
      const text = `Keep this line: npm run admin -- audit verify --checkpoints <file> compares the logs with it.\n\n${line}`;
      return mail.send({ to: place.to, subject, text, messageId });
    }
    case "webhook": {
      const { status } = await outbound.request(place.url, {
        method: "POST",
        purpose: "audit checkpoint",
        headers: { "content-type": "application/json" },
        body: line,
        timeoutMs: TIMEOUT_MS,
        maxResponseBytes: MOST_BYTES,
      });
      if (status >= 300) throw new Error(`the address in AUDIT_CHECKPOINTS answered ${status}`);
    }
  }
}
