/** Knows the code that was seen last, for as long as it is held before the window and `sameMs` after. */
export interface Repeats {
  isRepeated(text: string): boolean;
  forget(): void;
}

/** A code may be personal: it is forgotten as soon as it cannot be a repetition any more. */
export function createRepeats(sameMs: number): Repeats {
  let last: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  function forget(): void {
    clearTimeout(timer);
    last = null;
  }
  return {
    isRepeated(text) {
      const repeated = text === last;
      forget();
      last = text;
      timer = setTimeout(forget, sameMs);
      return repeated;
    },
    forget,
  };
}
