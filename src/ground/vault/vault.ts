/** The field that a secret belongs to. Encrypted text can only be decrypted for the same field. */
export interface SecretPlace {
  readonly customerId: number;
  readonly table: string;
  readonly rowId: string;
  readonly field: string;
}

/** Encrypts secrets before they are stored in the database (AES-256-GCM envelope; the place is the additional data). */
export interface Vault {
  seal(secret: string, place: SecretPlace): string;
  /** Throws `VaultError` if the text is not ours, was moved, or was encrypted with a key that is gone. */
  open(sealed: string, place: SecretPlace): string;
  /** Whether the text is encrypted with an older key and should be encrypted again. */
  stale(sealed: string): boolean;
  /**
   * 32 bytes for `hashSecret`, one value for each label. Rotation does not change them, as long as the oldest key is
   * kept.
   */
  pepper(label: string): Uint8Array;
}

/** Says what is wrong with an encrypted text or a key, without ever quoting either. */
export class VaultError extends Error {}
