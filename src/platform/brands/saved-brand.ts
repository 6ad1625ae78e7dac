/** A customer's description of its own brand, as long as the brand publishes none. Nobody else sees it. */
export interface SavedBrand {
  readonly domain: string;
  readonly name: string;
  readonly description: string | null;
  readonly savedAt: Date;
}
