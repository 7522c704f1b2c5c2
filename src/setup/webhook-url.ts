/** Whether an address can be a webhook URL at all. Whether GitHub reaches it, only its deliveries show. */
import { BlockList, isIP } from 'node:net';

export interface WebhookUrlRules {
  /** Where the server takes webhooks in; added to an address that has no path. */
  readonly path: string;
  /** True where the address is that of a tunnel, such as smee.io's: it is taken as it is, also plain or on this machine. */
  readonly tunnel: boolean;
  /** True for GitHub's own clouds, which do not see private networks; an Enterprise Server may. */
  readonly fromTheInternet: boolean;
}

export type WebhookUrl = { readonly url: string } | { readonly problem: string };

export function readWebhookUrl(text: string, { path, tunnel, fromTheInternet }: WebhookUrlRules): WebhookUrl {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return { problem: `is not a URL. Give it as https://HOST${path}` };
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return { problem: 'holds a user name, a password or a fragment. Leave them out' };
  }
  if (tunnel) return { url: url.href };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isHere(host)) {
    return {
      problem:
        'leads to this machine, where GitHub cannot send anything. Use a public name, or a tunnel and --tunnel',
    };
  }
  if (url.protocol !== 'https:')
    return { problem: 'must begin with https://, as payloads quote private READMEs' };
  if (fromTheInternet && isPrivate(host)) {
    return { problem: 'leads into a private network, which github.com does not reach. Use a public name' };
  }
  if (url.pathname === '/') url.pathname = path;
  return { url: url.href };
}

/** Loopback, the unspecified address, and link-local ones. */
const HERE = blockList(['127.0.0.0/8', '0.0.0.0/8', '169.254.0.0/16', '::1/128', '::/128', 'fe80::/10']);
/** RFC 1918 and RFC 4193. */
const PRIVATE = blockList(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']);

function isHere(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || contains(HERE, host);
}

function isPrivate(host: string): boolean {
  return /\.(?:local|internal|lan|home\.arpa)$/.test(host) || contains(PRIVATE, host);
}

function blockList(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', bits] = subnet.split('/');
    list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

function contains(list: BlockList, host: string): boolean {
  return isIP(host) !== 0 && list.check(host, family(host));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
