/**
 * The shortest text that still fails, as far as taking away halves, quarters and so on finds it. Asks `fails` at most
 * `tries` times.
 */
export async function minimize(
  text: string,
  fails: (shorter: string) => Promise<boolean>,
  tries: number,
): Promise<string> {
  let shortest = text;
  let left = tries;
  for (let piece = Math.ceil(text.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let at = 0; at < shortest.length && left > 0; ) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + piece);
      left -= 1;
      if (await fails(shorter)) shortest = shorter;
      else at += piece;
    }
  }
  return shortest;
}
