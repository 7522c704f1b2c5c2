/** What a browser would do on the way through the registration, one step at a time. */
import type { Simulator } from '../simulator/simulator.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

export interface ShownForm {
  readonly action: URL;
  readonly state: string;
  readonly manifest: string;
}

/** Opens the first page. */
export async function openForm(url: string): Promise<ShownForm> {
  const page = await (await fetch(url)).text();
  const action = new URL(attribute(page, /<form method="post" action="([^"]*)"/));
  return {
    action,
    state: action.searchParams.get('state') ?? '',
    manifest: attribute(page, /name="manifest" value="([^"]*)"/),
  };
}

/** Confirms on GitHub's page, and answers the address it sends the browser to. */
export async function createAtGitHub(simulator: Simulator, form: ShownForm): Promise<URL> {
  const body = new URLSearchParams({ manifest: form.manifest, state: form.state });
  const url = `${simulator.baseUrl}/settings/apps/create`;
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
}

function attribute(page: string, pattern: RegExp): string {
  const [, value = ''] = pattern.exec(page) ?? [];
  return value.replaceAll(/&(?:quot|#39|lt|gt|amp);/g, entity => ENTITIES[entity] ?? '');
}
