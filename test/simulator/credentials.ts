import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { AppCredentials } from './state/records.ts';

/** A key and a webhook secret as GitHub makes them for an app. The key is made on another thread. */
export async function newCredentials(
  webhookSecret = randomBytes(20).toString('hex'),
): Promise<AppCredentials> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { publicKeys: [publicKey], privateKey: pem, webhookSecret };
}
