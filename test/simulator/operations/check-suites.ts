import { notFound, ok, validationFailed } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { checkSuiteShape } from '../shapes/check-run.ts';
import { resolveCommit } from '../state/refs.ts';
import { pageOf } from './pagination.ts';

const CHECKS_READ = [{ checks: 'read' }];

/** docs.github.com/en/rest/checks/suites */
export const checkSuiteOperations: readonly Operation[] = [
  {
    id: 'checks/get-suite',
    caller: 'repository',
    permissions: CHECKS_READ,
    handle({ world, repository, params }) {
      const suite = repository.checkSuites.get(Number(params['check_suite_id']));
      if (suite === undefined) throw notFound();
      return ok(checkSuiteShape(world, repository, suite));
    },
  },
  {
    id: 'checks/list-suites-for-ref',
    caller: 'repository',
    permissions: CHECKS_READ,
    handle(call) {
      const { world, repository, params, query } = call;
      const sha = resolveCommit(repository, params['ref'] ?? '');
      if (sha === undefined)
        throw validationFailed('Commit', 'sha', `No commit found for SHA: ${params['ref']}`);
      const suites = [...repository.checkSuites.values()].filter(suite => {
        return (
          suite.headSha === sha && (query['app_id'] === undefined || suite.app.id === Number(query['app_id']))
        );
      });
      const { items, headers } = pageOf(call, suites);
      const check_suites = items.map(suite => checkSuiteShape(world, repository, suite));
      return { ...ok({ total_count: suites.length, check_suites }), headers };
    },
  },
];
