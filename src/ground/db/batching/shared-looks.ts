interface Look<R> {
  readonly now: Promise<R>;
  next?: Promise<R>;
}

/**
 * A look at something that all who ask for it share. Who asks while one is under way waits for the next: it begins after they asked, so
 * it sees everything that they may expect, and one serves all who wait. Nothing is kept beyond that.
 */
export function sharedLooks<R>(): (key: string, look: () => Promise<R>) => Promise<R> {
  const underWay = new Map<string, Look<R>>();
  const begin = (key: string, look: () => Promise<R>): Promise<R> => {
    const begun: Look<R> = { now: look() };
    underWay.set(key, begun);
    const end = () => {
      if (!begun.next) underWay.delete(key);
    };
    void begun.now.then(end, end);
    return begun.now;
  };
  return (key, look) => {
    const current = underWay.get(key);
    if (!current) return begin(key, look);
    const again = () => begin(key, look);
    current.next ??= current.now.then(again, again);
    return current.next;
  };
}
