/** A text as an SQL literal, and a name as an SQL identifier: for the statements that take no bound parameters. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
