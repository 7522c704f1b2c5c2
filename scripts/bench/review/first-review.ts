/** A process of its own: prints the milliseconds from its start to its first report. */
import { readRepositoryFolder } from '../../../src/cli/read-repository-folder.ts';
import { createReviewer } from '../../../src/engine/create-reviewer.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('a folder with a README is needed');
const reviewer = createReviewer({ threads: 1 });
await reviewer.review(await readRepositoryFolder(folder));
console.log(performance.now());
await reviewer.close();
