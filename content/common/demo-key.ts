/** Stands before the keys and names of a trial start, so that a real terminal can refuse them. */
export const demoKeyMark = 'Demo key of a trial start: a real terminal refuses it.';
