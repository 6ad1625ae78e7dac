/** What people say, and what the operations say instead: a question is asked in both. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  account: "accounts",
  ad: "creative",
  add: "create register",
  agency: "organisation",
  amend: "update",
  asset: "creative",
  authenticate: "credential",
  authorize: "credential oauth",
  banner: "creative",
  bill: "account",
  book: "execute buy",
  brand: "advertiser",
  cancel: "delete archive",
  change: "update",
  choose: "select add products",
  client: "advertiser",
  clone: "duplicate",
  company: "organisation advertiser",
  connect: "credential register",
  continue: "reactivate",
  conversion: "event source",
  csv: "report download",
  edit: "update",
  feed: "catalog",
  find: "discover list",
  go: "execute",
  halt: "pause",
  hold: "pause",
  image: "creative",
  impression: "report delivery",
  inventory: "products discover",
  key: "credential",
  launch: "execute campaign",
  legal: "terms",
  link: "assign",
  live: "execute",
  login: "credential sign-in",
  look: "list get",
  make: "create",
  market: "storefront",
  modify: "update",
  money: "budget spend",
  new: "create",
  one: "get",
  order: "media buy",
  password: "credential",
  performance: "report metrics delivery",
  pick: "select add products",
  pixel: "event source",
  product: "products",
  publisher: "storefront",
  purchase: "execute buy",
  put: "create add",
  remove: "delete",
  rename: "update name",
  restart: "reactivate",
  result: "report metrics",
  resume: "reactivate",
  run: "execute",
  search: "discover",
  seat: "advertiser",
  see: "list get",
  sell: "storefront",
  seller: "storefront",
  send: "create",
  shop: "storefront",
  show: "list get",
  spend: "report metrics spend",
  spent: "report metrics spend",
  start: "execute reactivate",
  statistic: "report metrics",
  stats: "report metrics",
  stop: "pause",
  switch: "switch account",
  tos: "terms accept",
  undelete: "restore",
  undo: "restore",
  unpause: "reactivate",
  upload: "create creative",
  vendor: "storefront",
  video: "creative",
  view: "get list",
  which: "list",
};

/** Words that say how something is asked and not what about. */
const EMPTY = new Set(
  "a about all also an and any anything api are as at be before being by call can could did do does doing endpoint for from getting give had has have here how i if in into is it its just let like look may me must my need now of off on one only operation or our out please possible see should show so some something such tell than that the their them then there these they this those to tool up use using want was we were what when where which while who will with would you your".split(
    " ",
  ),
);

/** Whether somebody wants to know something, and not to change it. */
export function asksToRead(question: string): boolean {
  return /^\W*(are|get|how (many|much)|is|list|look|read|see|show|what|which|who|why)\b/i.test(question);
}

/** A stem under which the forms of a word meet: `pausing`, `paused` and `pause`. */
export function stemOf(word: string): string {
  const short = word.toLowerCase();
  if (short.length <= 3) return short;
  return short
    .replace(/ies$/, "y")
    .replace(/(?<=..[^s])s$/, "")
    .replace(/(?<=...)(ing|ed)$/, "")
    .replace(/(?<=...)e$/, "");
}

const BY_STEM = new Map(Object.entries(PLAIN_WORDS).map(([word, others]) => [stemOf(word), wordsOf(others)]));

/** The stems a text is made of; `listStorefronts` and `media_buy` are two words each. */
export function wordsOf(text: string): string[] {
  return split(text)
    .filter((word) => !EMPTY.has(word))
    .map(stemOf);
}

/** Each word of a question with what the operations call the same. One that is empty may still mean something to them. */
export function meaningsOf(question: string): (readonly string[])[] {
  const meanings = [...new Set(split(question))].map((word) => {
    const stem = stemOf(word);
    return [...(EMPTY.has(word) ? [] : [stem]), ...(BY_STEM.get(stem) ?? [])];
  });
  return meanings.filter((meaning) => meaning.length > 0);
}

function split(text: string): string[] {
  return text
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
