import type { InstallationDb } from "../../ground/db/index.ts";
import type { CustomerKind, MemberRole, Viewer } from "../../ground/kernel/viewer.ts";

/** Organisations with everything that their people can see. Callers add the person, and the means of authentication. */
export function selectOrganisationsOfAnyCustomer(db: InstallationDb) {
  return db
    .selectFrom("customers")
    .leftJoin("customers as parent", "parent.customer_id", "customers.parent_id")
    .leftJoin("sponsorships", (on) =>
      on.onRef("sponsorships.customer_id", "=", "customers.customer_id").on("sponsorships.walled", "=", true),
    )
    .select([
      "customers.customer_id",
      "customers.kind",
      "customers.sandbox",
      "customers.clock_offset_ms",
      "customers.terms_version",
      "parent.terms_version as parent_terms_version",
      "sponsorships.storefront_id",
      "sponsorships.status as sponsorship_status",
    ]);
}

/** Members, with all data that is needed to build a viewer. */
export function selectMembersOfAnyCustomer(db: InstallationDb) {
  return selectOrganisationsOfAnyCustomer(db)
    .innerJoin("members", "members.customer_id", "customers.customer_id")
    .innerJoin("users", "users.user_id", "members.user_id")
    .select(["users.user_id", "users.email", "members.role"]);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembersOfAnyCustomer>["executeTakeFirstOrThrow"]>>;

export function viewerFrom(row: MemberRow, termsVersion: string, { readOnly }: Pick<Viewer, "readOnly">): Viewer {
  return {
    customerId: row.customer_id,
    customerKind: row.kind as CustomerKind,
    userId: row.user_id,
    email: row.email,
    role: row.role as MemberRole,
    readOnly,
    // A child organisation is covered by its parent's contract (storefront contract §1.7).
    termsAccepted: row.terms_version === termsVersion || row.parent_terms_version === termsVersion,
    clockOffsetMs: row.clock_offset_ms,
    sandbox: row.sandbox,
    ...(row.storefront_id !== null && {
      storefrontId: row.storefront_id,
      sponsorshipStatus: row.sponsorship_status as NonNullable<Viewer["sponsorshipStatus"]>,
    }),
  };
}

/** The viewer for a member; undefined for a former member. */
export async function findMemberOfAnyCustomer(
  db: InstallationDb,
  { customerId, userId }: { readonly customerId: number; readonly userId: number },
  termsVersion: string,
): Promise<Viewer | undefined> {
  const row = await selectMembersOfAnyCustomer(db)
    .where("members.customer_id", "=", customerId)
    .where("members.user_id", "=", userId)
    .executeTakeFirst();
  return row && viewerFrom(row, termsVersion, { readOnly: false });
}
