import type { Snapshot } from "../../ground/db/copy/index.ts";
import type { InstallationKind } from "../identity/store.ts";

export interface Identity {
  readonly kind: InstallationKind;
  readonly vaultFingerprint: string;
}

/** The identity of this database's installation; undefined if no server has ever used it. */
export async function identityOfInstallation({ query }: Snapshot): Promise<Identity | undefined> {
  const [identity] = await query<Identity>(
    `select kind, vault_fingerprint as "vaultFingerprint" from installation_identity`,
  );
  return identity;
}

export interface HeldBlob {
  readonly customerId: number;
  readonly assetId: string;
  readonly contentType: string;
}

/** The blobs to which rows of the snapshot refer. */
export async function blobsOfAllCustomers({ query }: Snapshot): Promise<readonly HeldBlob[]> {
  return query<HeldBlob>(`
    select b.customer_id::float8 as "customerId", b.asset_id as "assetId",
           coalesce(a.content_type, 'application/octet-stream') as "contentType"
    from asset_blobs b left join creative_assets a using (customer_id, asset_id)
    where b.collect_after is null`);
}
