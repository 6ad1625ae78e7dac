import { z } from "zod";
import { BasicAuth, JwtAuth, TokenAuth } from "../auth.ts";

/** The seller's own consent at an authorization server: its tokens are stored with the credential, and renewed there. */
const ConsentAuth = z.object({ type: z.literal("consent"), customerId: z.int(), credentialId: z.int() });

/** A seller's credential for an agent, as it is stored. */
export const StoredAuth = z.discriminatedUnion("type", [TokenAuth, BasicAuth, JwtAuth, ConsentAuth]);
export type StoredAuth = z.output<typeof StoredAuth>;
