import { generateKeyPairSync } from 'node:crypto';
import { newCredentials } from './credentials.ts';
import type { Hook, Permissions } from './state/records.ts';
import type { World } from './state/world.ts';

/** The one app that this GitHub knows, and what its owner does on its settings page. */
export class SimulatedApp {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get appId(): number {
    return this.#world.app.id;
  }

  /** PEM, PKCS #8. */
  get privateKey(): string {
    return this.#world.credentials.privateKey;
  }

  get webhookSecret(): string {
    return this.#world.credentials.webhookSecret;
  }

  changeWebhookSecret(webhookSecret: string): void {
    this.#world.credentials = { ...this.#world.credentials, webhookSecret };
  }

  /** `privateKey` is the new one from now on; the others are good until they are deleted. */
  async addPrivateKey(): Promise<void> {
    const { publicKeys, webhookSecret } = this.#world.credentials;
    const added = await newCredentials(webhookSecret);
    this.#world.credentials = { ...added, publicKeys: [...publicKeys, ...added.publicKeys] };
  }

  deleteOlderPrivateKeys(): void {
    const { publicKeys, ...rest } = this.#world.credentials;
    this.#world.credentials = { ...rest, publicKeys: publicKeys.slice(-1) };
  }

  get hook(): Hook {
    return this.#world.hook;
  }

  changeHook(changes: Partial<Hook>): void {
    this.#world.hook = { ...this.#world.hook, ...changes };
  }

  /** Its private key counts no more, until it is taken back: GitHub refuses what it signs. Answers how. */
  revokeKey(): () => void {
    const before = this.#world.credentials;
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#world.credentials = { ...before, publicKeys: [publicKey] };
    return () => {
      this.#world.credentials = before;
    };
  }

  /** From now on the app asks for these; installations keep what they granted. */
  askFor(changes: { readonly permissions?: Permissions; readonly events?: readonly string[] }): void {
    Object.assign(this.#world.app, changes);
  }
}
