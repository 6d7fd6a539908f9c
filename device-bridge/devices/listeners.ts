/** Whoever wants to hear of something, in the order of their coming. */
export interface Listeners<Value> {
  /** Returns the way to stop hearing. */
  add(listener: (value: Value) => void): () => void;
  tell(value: Value): void;
  clear(): void;
}

export function createListeners<Value>(): Listeners<Value> {
  const all = new Set<(value: Value) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(value) {
      for (const listener of all) listener(value);
    },
    clear: () => all.clear(),
  };
}
