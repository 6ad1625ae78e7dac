import { builderOn } from "../builder.ts";
import { settingsOfEachTransaction } from "../connection/index.ts";
import type { Open, Server } from "../transaction.ts";
import { actAfterCommit, openSentAhead, writeLast } from "./sent-ahead.ts";
import { sendingTogether } from "./sent-together.ts";
import { openWriteTransaction } from "./write-transaction.ts";

/** Writes: one transaction, its `begin` and its tenant's settings in one message with its first statement. */
export function writesOn({ pool, topology, statements, availability, written }: Server): Open {
  const settings = settingsOfEachTransaction(topology);
  const bracket = { settings, isApart: topology.distributed, isFollowed: written !== undefined };
  const { explain } = availability;
  const means = { pool, bracket, sendWhole: sendingTogether(pool, bracket), explain };
  const explained = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw explain(error);
    });
  return async (scope, work) => {
    const transaction = openWriteTransaction(means, scope);
    const { ask, leave, flush, sendOff } = transaction;
    const db = builderOn(ask, statements);
    const sent = openSentAhead(db, { leave, flush, sendOff }, statements);
    try {
      const result = await work(db);
      await writeLast(db);
      const position = await sent.before(explained(transaction.end()));
      availability.worked();
      if (position !== null && scope.customerId !== null) await written?.(scope.customerId, position);
      actAfterCommit(db);
      return result;
    } catch (error) {
      await transaction.undo();
      throw sent.failure() ?? error;
    }
  };
}
