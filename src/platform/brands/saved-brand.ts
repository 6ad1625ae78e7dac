/** What a customer says of its own brand, while the brand itself says nothing. Nobody else sees it. */
export interface SavedBrand {
  readonly domain: string;
  readonly name: string;
  readonly description: string | null;
  readonly savedAt: Date;
}
