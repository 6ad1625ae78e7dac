/** A task that a caller has settled beforehand for its trials: nothing is bought by it. */
export interface RehearsedTask {
  readonly taskId: string;
  /** `next`: the next buy becomes it. */
  readonly state: "next" | "given" | "over";
  readonly message: string | null;
  /** What it comes to, as its caller said it; null until it is over. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
