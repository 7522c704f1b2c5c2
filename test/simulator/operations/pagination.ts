import type { Call } from '../operation.ts';

/** docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
const PER_PAGE = 30;
const MOST_PER_PAGE = 100;

export interface Page<T> {
  readonly items: readonly T[];
  /** The `link` header; empty where there is one page only. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The asked-for page of `all`, with GitHub's `link` header to the others. */
export function pageOf<T>(call: Call, all: readonly T[]): Page<T> {
  const perPage = Math.min(positive(call.query['per_page'], PER_PAGE), MOST_PER_PAGE);
  const page = positive(call.query['page'], 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const links: string[] = [];
  const link = (number: number, rel: string) => {
    const query = new URLSearchParams({ ...call.query, page: String(number) });
    links.push(`<${call.world.apiUrl}${call.path}?${query}>; rel="${rel}"`);
  };
  if (page > 1) link(page - 1, 'prev');
  if (page < last) link(page + 1, 'next');
  if (page < last) link(last, 'last');
  if (page > 1) link(1, 'first');
  const items = all.slice((page - 1) * perPage, page * perPage);
  return { items, headers: links.length > 0 ? { link: links.join(', ') } : {} };
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : otherwise;
}
