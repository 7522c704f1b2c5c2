import { linesOf, type NamedLine } from './named-line.ts';

/** Base images of a Dockerfile, without registry, tag and digest; earlier build stages are left out. */
export function readDockerfile(text: string): readonly NamedLine[] {
  const found: NamedLine[] = [];
  const stages = new Set<string>();
  for (const [index, line] of linesOf(text).entries()) {
    const from = /^\s*FROM\s+(?:--platform=\S{1,60}\s+)?(\S{1,200})(?:\s+AS\s+(\S{1,80}))?/i.exec(line);
    if (from === null) continue;
    const image = from[1] ?? '';
    if (!stages.has(image.toLowerCase()) && image !== 'scratch') {
      found.push({ name: imageName(image), line: index + 1 });
    }
    if (from[2] !== undefined) stages.add(from[2].toLowerCase());
  }
  return found;
}

/** `ghcr.io/mlflow/mlflow:v2.1@sha256:…` → `mlflow`. */
export function imageName(image: string): string {
  const path = before(image, '@');
  return before(path.slice(path.lastIndexOf('/') + 1), ':');
}

function before(text: string, mark: string): string {
  return text.split(mark, 1)[0] ?? '';
}
