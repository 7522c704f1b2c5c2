import { describeGitHub } from '../contracts/github.contract.ts';
import { createFakeGitHub } from './fake-github.ts';

describeGitHub('the fake', async () => createFakeGitHub());
