import type { Both as Words } from './words.ts';

/** Chinese first, English after it, smaller. */
export function Both({ of: { zh, en } }: { of: Words }) {
  return (
    <>
      {zh} <span lang="en">{en}</span>
    </>
  );
}
