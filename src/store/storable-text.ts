/**
 * The text with U+FFFD for what is none in a database: NUL, which PostgreSQL has no place for
 * (postgresql.org/docs/current/datatype-character.html), and halves of characters, which UTF-8 has no bytes for.
 */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}
