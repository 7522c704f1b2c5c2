import { describe, expect, test } from '@jest/globals';
import { readFacts } from '../../src/facts/read-facts.ts';
import { readOutline } from '../../src/readme/read-outline.ts';
import { linkedProjects, MAX_PROJECTS } from '../../src/review/linked-projects.ts';
import { review } from '../../src/review/review.ts';
import { baseRubric } from './base-rubric.ts';
import { INDEX, UNRELATED } from './readmes.ts';

const PATHS = [
  'README.md',
  'README.de.md',
  'docs/README.md',
  'night-bus/README.md',
  'night-bus/README.de.md',
  'night-bus/src/main.py',
  'leaf doctor/readme.markdown',
  'tides/README.rst',
  'deep/er/README.md',
  'empty/main.py',
];
const factsOf = (paths: readonly string[] = PATHS) =>
  readFacts({ name: 'Ada/portfolio', paths, pathsTruncated: false, manifests: [] });

function projectsIn(text: string, { from = 'README.md', paths = PATHS } = {}): readonly string[] {
  return linkedProjects(readOutline(text), factsOf(paths), from);
}

describe('a project is linked', () => {
  test.each([
    ['by its folder', 'night-bus', 'night-bus/README.md'],
    ['with a slash', 'night-bus/', 'night-bus/README.md'],
    ['as seen from here', './night-bus', 'night-bus/README.md'],
    ['as seen from the root', '/night-bus', 'night-bus/README.md'],
    ['by its README', 'night-bus/README.md', 'night-bus/README.md'],
    ['by its README in another language', 'night-bus/README.de.md', 'night-bus/README.md'],
    ['with a place in it', 'night-bus/README.md#results', 'night-bus/README.md'],
    ['with a question', 'night-bus?tab=readme-ov-file', 'night-bus/README.md'],
    ['with letters in code', 'leaf%20doctor', 'leaf doctor/readme.markdown'],
    ['below a folder', 'deep/er', 'deep/er/README.md'],
    ['by a detour', 'deep/../night-bus', 'night-bus/README.md'],
    ['by its address', 'https://github.com/ada/Portfolio/tree/main/night-bus', 'night-bus/README.md'],
    [
      'by its README’s address',
      'https://github.com/Ada/portfolio/blob/main/night-bus/README.md',
      'night-bus/README.md',
    ],
    [
      'by its address on another server',
      'https://git.example/Ada/portfolio/tree/main/night-bus/',
      'night-bus/README.md',
    ],
  ])('%s: %s', (_how, url, readme) => {
    expect(projectsIn(`- [A project](<${url}>)\n`)).toEqual([readme]);
  });

  test('in HTML, in a table, by a picture', () => {
    const text = '<a href="night-bus/">Bus</a>\n\n| a |\n|---|\n| [![x](y.png)](deep/er) |\n';
    expect(projectsIn(text)).toEqual(['night-bus/README.md', 'deep/er/README.md']);
  });

  test('as seen from the index’s own folder', () => {
    const paths = ['work/README.md', 'work/night-bus/README.md', 'other/README.md'];
    const text = '[a](night-bus) [b](../other) [c](/work/night-bus) [self](./) [self](README.md)';
    const found = ['work/night-bus/README.md', 'other/README.md'];
    expect(projectsIn(text, { from: 'work/README.md', paths })).toEqual(found);
  });
});

describe('no project is linked', () => {
  test.each([
    ['the index itself', 'README.md'],
    ['the index in another language', 'README.de.md'],
    ['its own folder', './'],
    ['the documents', 'docs'],
    ['a README that is no Markdown', 'tides'],
    ['a folder without a README', 'empty'],
    ['a folder in a project', 'night-bus/src'],
    ['a file in a project', 'night-bus/src/main.py'],
    ['a README that is not there', 'night-bus/README.markdown'],
    ['another case', 'Night-Bus'],
    ['a folder outside', '../night-bus'],
    ['a place in this page', '#night-bus'],
    ['another repository', 'https://github.com/ada/night-bus'],
    ['another repository’s folder', 'https://github.com/grace/portfolio/tree/main/night-bus'],
    ['another page', 'https://night-bus/'],
    ['another protocol', 'mailto:night-bus'],
    ['a broken escape', 'night-bus%zz'],
    ['nothing', ''],
  ])('%s: %s', (_what, url) => {
    expect(projectsIn(`- [A link](<${url}>)\n`)).toEqual([]);
  });
});

describe('the projects', () => {
  test('come in the order of their links, each once', () => {
    const text = '[c](deep/er) [a](night-bus) [again](deep/er/README.md)';
    expect(projectsIn(text)).toEqual(['deep/er/README.md', 'night-bus/README.md']);
  });

  test('are so many at most', () => {
    const paths = Array.from({ length: MAX_PROJECTS + 1 }, (_, index) => `p${index}/README.md`);
    const links = (count: number) =>
      paths
        .slice(0, count)
        .map(path => `- [x](${path})`)
        .join('\n');
    expect(projectsIn(links(MAX_PROJECTS), { paths })).toHaveLength(MAX_PROJECTS);
    expect(projectsIn(links(MAX_PROJECTS + 1), { paths })).toEqual(paths.slice(0, MAX_PROJECTS));
  });
});

describe('a report', () => {
  const judge = (text: string, paths: readonly string[]) =>
    review({
      outline: readOutline(text),
      facts: factsOf(paths),
      rubrics: { base: baseRubric(['en']), types: [] },
      readme: { path: 'README.md', sha: 'b'.repeat(40) },
      engineVersion: '0.0.0',
    });

  test('of an index names them', () => {
    const { projectType, projects } = judge(INDEX, ['README.md', 'bus-arrival/README.md']);
    expect(projectType.id).toBe('portfolio-index');
    expect(projects).toEqual(['bus-arrival/README.md']);
  });

  test('of an index without any says nothing of them', () => {
    expect(judge(INDEX, ['README.md'])).not.toHaveProperty('projects');
  });

  test('of another README says nothing of them', () => {
    const text = `${UNRELATED}\nSee [bus](bus-arrival).\n`;
    expect(judge(text, ['README.md', 'bus-arrival/README.md'])).not.toHaveProperty('projects');
  });
});
