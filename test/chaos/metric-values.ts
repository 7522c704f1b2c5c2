/** A metric of a server, by one of its labels; values that differ in others only are added up. */
export async function metricValues(
  url: string,
  metric: string,
  label: string,
): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const values: Record<string, number> = {};
  for (const [, labels = '', value] of text.matchAll(new RegExp(`^${metric}\\{(.*)\\} (\\S+)$`, 'gm'))) {
    const [, name] = new RegExp(`\\b${label}="([^"]*)"`).exec(labels) ?? [];
    if (name !== undefined) values[name] = (values[name] ?? 0) + Number(value);
  }
  return values;
}
