import { z } from "zod";
import type { Passkey } from "./passkey.ts";

const Name = z.string().trim().min(1).max(80).describe("Your name for it, such as the device it is on");

export const PasskeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    synced: z.boolean().describe("Whether it is synced between your devices"),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Passkey" });

export const PasskeyPath = z.object({ passkeyId: z.string().min(1).max(64) });
export const PasskeyName = z.object({ name: Name }).meta({ id: "PasskeyName" });

export const NewPasskeyBody = z
  .object({
    name: Name,
    response: z
      .record(z.string(), z.unknown())
      .describe("The browser's response to the options: RegistrationResponseJSON of Web Authentication"),
  })
  .meta({ id: "NewPasskey" });

export const PasskeyOptions = z
  .record(z.string(), z.unknown())
  .describe("PublicKeyCredentialCreationOptionsJSON of Web Authentication; valid once, for ten minutes")
  .meta({ id: "PasskeyOptions" });

export function viewOf({ passkeyId, name, synced, createdAt, lastUsedAt }: Passkey): z.input<typeof PasskeyView> {
  return {
    id: passkeyId,
    name,
    synced,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
