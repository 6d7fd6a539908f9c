/** Whose jobs the printer sees, before and after a restart. */
export const terminalName = 'torn-terminal';
