interface Question {
  readonly id: number;
  readonly question: string;
  readonly about: unknown;
}

/** Answers the parent's questions by name; one that is not in the table is left to another's. */
export function answer(table: Readonly<Record<string, (about: never) => unknown>>): void {
  process.on("message", async ({ id, question, about }: Question) => {
    const reply = table[question];
    if (!reply) return;
    try {
      process.send?.({ id, answer: await reply(about as never) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
