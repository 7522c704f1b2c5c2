import { notFound, ok } from '../answer.ts';
import type { Operation } from '../operation.ts';
import { checkSuiteShape } from '../shapes/check-run.ts';
import { commitAsked } from './commit-asked.ts';
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
      const { world, repository, query } = call;
      const sha = commitAsked(call);
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
