interface Question {
  readonly id: number;
  readonly question: string;
  readonly about: unknown;
}

type Replies = Readonly<Record<string, (about: never) => unknown>>;

/** Answers the parent's questions by name; a question that is not in this table is left to another one. */
export function answer(table: Replies): void {
  process.on("message", (question: Question) => void reply(table, question));
}

async function reply(table: Replies, { id, question, about }: Question): Promise<void> {
  const work = table[question];
  if (!work) return;
  try {
    process.send?.({ id, answer: await work(about as never) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
