import { addForeignRun, rerequestRun, rerequestSuite } from './actions/checks.ts';
import { remove, rename, setDefaultBranch, setVisibility, transfer } from './actions/repositories.ts';
import { RepositoryConversations } from './repository-conversations.ts';
import type * as Changes from './state/changes.ts';
import type { CheckRun, Role } from './state/records.ts';

/**
 * What people do with one repository. Whatever GitHub has an event for answers the change that `simulator.webhooks`
 * makes the event from; nothing is delivered by itself.
 */
export class SimulatedRepository extends RepositoryConversations {
  // ── Checks ─────────────────────────────────────────────────────────────────────────────────────────────

  /** *Re-run* of one check in GitHub's UI. */
  rerequestCheckRun(run: CheckRun, sender?: string): Changes.CheckRunChange {
    return rerequestRun(this.world, this.record, run, this.account(sender));
  }

  /** *Re-run all checks* of the app on a commit. */
  rerequestCheckSuite(headSha: string, sender?: string): Changes.CheckSuiteChange {
    return rerequestSuite(this.world, this.record, headSha, this.account(sender));
  }

  /** A press on a run's button. */
  pressAction(run: CheckRun, identifier: string, sender?: string): Changes.CheckRunChange {
    const account = this.account(sender);
    return { repository: this.record, run, action: 'requested_action', sender: account, identifier };
  }

  /** A finished run of some other app, which ours must leave alone. */
  addForeignCheckRun(name: string, headSha: string): CheckRun {
    return addForeignRun(this.world, this.record, name, headSha);
  }

  // ── Settings ───────────────────────────────────────────────────────────────────────────────────────────

  setRole(login: string, role: Role): void {
    this.account(login);
    this.record.collaborators.set(login, role);
  }

  /** Switches the *Issues* tab on or off. */
  setIssues(enabled: boolean): void {
    this.record.hasIssues = enabled;
  }

  rename(name: string): Changes.RepositoryChange {
    return rename(this.world, this.record, name);
  }

  /** Gives it to another owner; installed there, the app keeps it under that installation. */
  transfer(owner: string): Changes.RepositoryChange {
    return transfer(this.world, this.record, this.account(owner));
  }

  setPrivate(isPrivate: boolean): Changes.RepositoryChange {
    return setVisibility(this.world, this.record, isPrivate);
  }

  /** Fails where there is no such branch. */
  setDefaultBranch(branch: string): Changes.RepositoryChange {
    this.head(branch);
    return setDefaultBranch(this.world, this.record, branch);
  }

  delete(): Changes.RepositoryChange {
    return remove(this.world, this.record);
  }
}
