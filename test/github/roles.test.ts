import { afterEach, describe, expect, it } from '@jest/globals';
import { type Gateway, REPOSITORY, startGateway } from './start-gateway.ts';

let gateway: Gateway;
afterEach(() => gateway.server.close());

describe("an organisation's own role", () => {
  const NOTHING = { pull: false, triage: false, push: false, maintain: false, admin: false };

  it.each([
    ['admin', { pull: true, triage: true, push: true, maintain: true, admin: true }],
    ['maintain', { pull: true, triage: true, push: true, maintain: true, admin: false }],
    ['write', { pull: true, triage: true, push: true, maintain: false, admin: false }],
    ['triage', { ...NOTHING, pull: true, triage: true }],
    ['read', { pull: true, push: false, admin: false }],
    ['none', NOTHING],
  ])('counts as the role it is built on: %s', async (role, permissions) => {
    const body = { permission: 'read', role_name: 'mentor', user: { login: 'grace', permissions } };
    gateway = await startGateway(() => ({ status: 200, body }));
    expect(await gateway.github.readRole(REPOSITORY, 'grace')).toBe(role);
  });

  it('of an account without details counts as none', async () => {
    gateway = await startGateway(() => ({ status: 200, body: { role_name: 'mentor', user: null } }));
    expect(await gateway.github.readRole(REPOSITORY, 'grace')).toBe('none');
  });
});
