import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignatureCheck {
  update(chunk: Uint8Array): void;
  /** Whether the bytes so far carry the claimed signature. Call once, at the end. */
  matches(): boolean;
}

/**
 * Checks HMAC-SHA256 over the raw bytes as they stream in (docs: validating-webhook-deliveries).
 * @octokit/webhooks-methods does the same for a whole body that has been decoded to a string.
 *
 * @param secrets the current secret and, while it is being replaced, the previous one
 * @param claimed the 32 bytes of the header `X-Hub-Signature-256`
 */
export function createSignatureCheck(secrets: readonly string[], claimed: Buffer): SignatureCheck {
  const hmacs = secrets.map(secret => createHmac('sha256', secret));
  return {
    update(chunk) {
      for (const hmac of hmacs) hmac.update(chunk);
    },
    matches() {
      let matched = false;
      // Every secret is compared, so that the time says nothing about which one matched.
      for (const hmac of hmacs) matched = timingSafeEqual(hmac.digest(), claimed) || matched;
      return matched;
    },
  };
}
