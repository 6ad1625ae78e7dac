/** The end of a page of campaigns: its last row, and how many rows precede the next page. */
export interface Cursor {
  readonly createdAt: Date;
  readonly campaignId: string;
  readonly skip: number;
}

export function writeCursor({ createdAt, campaignId, skip }: Cursor): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), campaignId, skip])).toString("base64url");
}

/** Undefined if the text is not a cursor that a list returned. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const [time, campaignId, skip] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    const createdAt = new Date(String(time));
    const isSound = !Number.isNaN(createdAt.getTime()) && typeof campaignId === "string" && Number.isSafeInteger(skip);
    return isSound ? { createdAt, campaignId, skip: Number(skip) } : undefined;
  } catch {
    return undefined;
  }
}
