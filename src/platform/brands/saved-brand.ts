/** A customer's own description of its brand, used as long as the brand publishes none. Nobody else sees it. */
export interface SavedBrand {
  readonly domain: string;
  readonly name: string;
  readonly description: string | null;
  readonly savedAt: Date;
}
