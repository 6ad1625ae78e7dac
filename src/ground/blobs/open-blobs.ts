import type { Blobs } from "./blobs.ts";
import { openFolder } from "./folder.ts";
import { openS3, type S3Settings } from "./s3.ts";

export interface BlobSettings {
  /** Null for the data folder. */
  readonly s3: S3Settings | null;
}

export function openBlobs({ s3 }: BlobSettings, folder: string): Blobs {
  return s3 ? openS3(s3) : openFolder(folder);
}
