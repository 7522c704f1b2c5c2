/** GitHub's largest page (docs: rest/using-the-rest-api/using-pagination-in-the-rest-api). */
export const PAGE_SIZE = 100;

/** Goes into a request for one page. */
export interface Page {
  readonly per_page: number;
  readonly page: number;
}

/**
 * The entries of one page after another. A page is asked for when the one before it was full and has been used up, so
 * that who stops early asks no more.
 */
export async function* listPages<Entry>(
  maxPages: number,
  read: (page: Page) => Promise<readonly Entry[]>,
): AsyncGenerator<Entry, void> {
  for (let page = 1; page <= maxPages; page += 1) {
    const entries = await read({ per_page: PAGE_SIZE, page });
    yield* entries;
    if (entries.length < PAGE_SIZE) return;
  }
}
