import { setImmediate as nextTurn } from "node:timers/promises";

interface Look<R> {
  readonly now: Promise<R>;
  isBegun: boolean;
  next?: Promise<R>;
}

/**
 * A look at something that all who ask for it share. It begins with the next turn of the event loop, so that all who ask in one turn are
 * answered by one. Who asks while it is under way waits for the next: that begins after they asked, so it sees everything that they may
 * expect, and one serves all who wait. Nothing is kept beyond that.
 */
export function sharedLooks<R>(): (key: string, look: () => Promise<R>) => Promise<R> {
  const underWay = new Map<string, Look<R>>();
  const begin = (key: string, look: () => Promise<R>): Promise<R> => {
    const now = nextTurn().then(() => {
      begun.isBegun = true;
      return look();
    });
    const begun: Look<R> = { now, isBegun: false };
    underWay.set(key, begun);
    const end = () => {
      if (!begun.next) underWay.delete(key);
    };
    void now.then(end, end);
    return now;
  };
  return (key, look) => {
    const current = underWay.get(key);
    if (!current) return begin(key, look);
    if (!current.isBegun) return current.now;
    const again = () => begin(key, look);
    current.next ??= current.now.then(again, again);
    return current.next;
  };
}
