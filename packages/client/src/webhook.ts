/** What a webhook tells. */
export interface WebhookEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A delivery that this installation did not just send: answer it with 400, and do nothing. */
export class WebhookRefused extends Error {
  constructor(why: string) {
    super(`the webhook is refused: ${why}`);
    this.name = "WebhookRefused";
  }
}

/** The permitted difference between a delivery's clock and ours, as Standard Webhooks recommends. */
const TOLERANCE_SECONDS = 300;

interface Delivery {
  /** The raw body: parsed and serialised again, it would have another signature. */
  readonly body: string;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `whsec_…`, as returned when the subscription was created. */
  readonly secret: string;
  readonly now?: Date;
}

/**
 * Verifies a delivery according to Standard Webhooks (HMAC-SHA256, constant time) and returns its event. Throws
 * `WebhookRefused`.
 */
export async function verifyWebhook({ body, headers, secret, now = new Date() }: Delivery): Promise<WebhookEvent> {
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headerIn(headers, name),
  );
  if (!id || !timestamp || !signatures) throw new WebhookRefused("it has no webhook-id, -timestamp and -signature");
  const away = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  if (!(away <= TOLERANCE_SECONDS)) throw new WebhookRefused("its timestamp is more than five minutes off");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytesOf(secret.replace(/^whsec_/, "")), algorithm, false, [
    "verify",
  ]);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const signature of signatures.split(" ").filter((one) => one.startsWith("v1,")))
    if (await crypto.subtle.verify("HMAC", key, bytesOf(signature.slice("v1,".length)), signed))
      return JSON.parse(body) as WebhookEvent;
  throw new WebhookRefused("none of its signatures was made with this secret");
}

function headerIn(headers: Delivery["headers"], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return typeof value === "string" ? value : value?.[0];
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw new WebhookRefused("a part that should be base64 is not");
  }
}
