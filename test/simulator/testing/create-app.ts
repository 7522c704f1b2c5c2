import type { Simulator } from '../simulator.ts';

/** What GitHub's page does when its button is pressed. Answers the code that it sends back. */
export async function createApp(simulator: Simulator, manifest: object): Promise<string> {
  const response = await fetch(`${simulator.baseUrl}/settings/apps/create`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ manifest: JSON.stringify(manifest) }),
  });
  const location = new URL(response.headers.get('location') ?? '');
  return location.searchParams.get('code') ?? '';
}
