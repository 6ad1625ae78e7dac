import { z } from "zod";
import { integerId, takeSkip } from "../../ground/kernel/query.ts";
import type { Member } from "./member.ts";

export const Role = z.enum(["MEMBER", "ADMIN", "SUPER_ADMIN"]);

export const MemberView = z
  .object({
    userId: z.int(),
    email: z.string(),
    name: z.string().nullable(),
    role: Role,
    createdAt: z.iso.datetime().describe("When they became a member"),
  })
  .meta({ id: "Member" });

export const MemberPath = z.object({ userId: integerId("userId") });
export const MemberListQuery = z.object(takeSkip);
export const RoleBody = z.object({ role: Role }).meta({ id: "MemberRole" });

export function viewOf({ createdAt, ...member }: Member): z.input<typeof MemberView> {
  return { ...member, createdAt: createdAt.toISOString() };
}
