import type { OrganisationImport } from "../../ground/db/copy/index.ts";
import type { ArchiveManifest } from "../../platform/archives/index.ts";
import { readBatches } from "./read-archive.ts";
import { findCompany, findUnlikePeople } from "./store.ts";

/** Throws an error with a one-sentence message if an archive cannot be imported into this installation. */
export async function checkNewcomer(
  folder: string,
  { schema, release, organisation, tables }: ArchiveManifest,
  into: OrganisationImport,
): Promise<void> {
  if (schema !== into.schema)
    throw new Error(
      `the archive was written by release ${release} with the schema ${schema}, and this installation has ${into.schema}: import it with the release that wrote it, and upgrade afterwards`,
    );
  const company = await findCompany(into, organisation.customerId);
  if (company !== undefined)
    throw new Error(
      `the installation already has an organisation ${organisation.customerId}, ${company}: ids are kept, so it cannot be imported beside it`,
    );
  const people = tables.find(({ table }) => table === "users");
  if (!people) return;
  for await (const batch of readBatches(folder, people.file)) {
    const unlike = await findUnlikePeople(into, `[${batch.join(",")}]`);
    if (unlike.length > 0)
      throw new Error(
        `the installation already knows ${unlike.join(", ")} under another number, or another person under theirs: ids are kept, so the organisation cannot be imported here`,
      );
  }
}
