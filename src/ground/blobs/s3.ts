import type { Readable } from "node:stream";
import type { S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { type Blobs, checkedKey } from "./blobs.ts";

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** The endpoint of an S3-compatible store; null for Amazon's own. */
  readonly endpoint: string | null;
  /** Null if the machine itself has access, for example by a role. */
  readonly keys: { readonly accessKey: string; readonly secretKey: string } | null;
}

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;

/**
 * Blobs in a bucket. The client does not use `outbound`: its address comes from the operator, like the database's and
 * the mail server's, and is usually inside a network that no customer's URL may reach.
 */
export function openS3(settings: S3Settings): Blobs {
  // Loaded on first use, so that an installation with a folder never pays for it.
  let connected: ReturnType<typeof connect> | undefined;
  const use = () => (connected ??= connect(settings));
  const at = (key: string) => ({ Bucket: settings.bucket, Key: checkedKey(key) });
  return {
    async put(key, content, contentType) {
      const { client, sdk } = await use();
      const body =
        content instanceof Uint8Array ? { Body: content } : { Body: content.open(), ContentLength: content.size };
      await client.send(new sdk.PutObjectCommand({ ...at(key), ...body, ContentType: contentType }));
    },
    async get(key) {
      const { client, sdk } = await use();
      const found = await client.send(new sdk.GetObjectCommand(at(key))).catch(unlessMissing);
      // The client's type of a body includes browsers; in Node it is a Node stream.
      return found?.Body as Readable | undefined;
    },
    async remove(key) {
      const { client, sdk } = await use();
      await client.send(new sdk.DeleteObjectCommand(at(key))).catch(unlessMissing);
    },
  };
}

async function connect({ endpoint, region, keys }: S3Settings) {
  const sdk = await import("@aws-sdk/client-s3");
  const client: S3Client = new sdk.S3Client({
    region,
    // Bucket names in host names are Amazon's; a self-hosted store often has a single host name.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(keys && { credentials: { accessKeyId: keys.accessKey, secretAccessKey: keys.secretKey } }),
    // Newer checksums are refused by stores that speak an older S3.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: IDLE_TIMEOUT_MS },
  });
  return { sdk, client };
}

function unlessMissing(error: S3ServiceException): undefined {
  if (error.$metadata?.httpStatusCode !== 404) throw error;
}
