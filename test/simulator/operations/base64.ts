/** GitHub breaks base64 into lines of 60 characters and ends each, the last one too, with a line feed. */
export function base64Lines(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,60}/g, '$&\n');
}
