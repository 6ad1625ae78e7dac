import { randomBytes } from "node:crypto";
import type { World } from "../../../test/world.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { inTransaction } from "../../ground/kernel/perform.ts";
import { type CustomerKind, NOBODY } from "../../ground/kernel/viewer.ts";
import { insertCustomerOfInstallation, insertMemberOfInstallation } from "../customers/index.ts";

/** An organisation without a key, and its only member. */
export interface Member {
  readonly customerId: number;
  readonly userId: number;
  readonly email: string;
  readonly company: string;
}

/** A transaction of somebody who has no tenant yet. */
export function outside<T>(world: World, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inTransaction(world.host, NOBODY, "req_test", "write", work, "installation");
}

interface MemberOptions {
  readonly email?: string;
  readonly sandbox?: boolean;
  readonly kind?: CustomerKind;
}

export async function addMember(
  world: World,
  { email = someEmail(), sandbox = false, kind = "BUYER" }: MemberOptions = {},
): Promise<Member> {
  const at = world.host.clock.now();
  const company = `Brand ${randomBytes(4).toString("hex")}`;
  const customer = { kind, company, domain: null, parentId: null, sandbox } as const;
  return world.database.writeInstallation(async (db) => {
    const customerId = await insertCustomerOfInstallation(db, customer, at);
    return { customerId, userId: await insertMemberOfInstallation(db, customerId, email, "ADMIN", at), email, company };
  });
}

export function someEmail(): string {
  return `ann.${randomBytes(6).toString("hex")}@brand.example`;
}
