import { inspect } from 'node:util';

const mask = '[personal]';

/**
 * Personal data in memory. Shows itself as a mask wherever a value may be printed (logs, JSON, templates, inspect),
 * so that a careless log line cannot leak it. `reveal` is the one way in: search for it to see every use.
 */
export class Personal<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toJSON(): string {
    return mask;
  }

  toString(): string {
    return mask;
  }

  [inspect.custom](): string {
    return mask;
  }
}
