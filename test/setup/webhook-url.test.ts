import { describe, expect, test } from '@jest/globals';
import { readWebhookUrl } from '../../src/setup/webhook-url.ts';

const RULES = { path: '/api/github/webhooks', tunnel: false, fromTheInternet: true };
const ENTERPRISE = { ...RULES, fromTheInternet: false };

describe('a webhook URL', () => {
  test.each([
    ['https://showwork.example.com', 'https://showwork.example.com/api/github/webhooks'],
    ['https://showwork.example.com/', 'https://showwork.example.com/api/github/webhooks'],
    ['https://example.com:8443/hooks/showwork', 'https://example.com:8443/hooks/showwork'],
    ['https://8.8.8.8', 'https://8.8.8.8/api/github/webhooks'],
    ['https://172.32.0.1/x', 'https://172.32.0.1/x'],
    ['https://127.example.com/x', 'https://127.example.com/x'],
  ])('%s is %s', (text, url) => {
    expect(readWebhookUrl(text, RULES)).toEqual({ url });
  });

  test.each([
    ['showwork.example.com', 'is not a URL'],
    ['ftp://example.com', 'is not a URL'],
    ['', 'is not a URL'],
    ['http://showwork.example.com', 'must begin with https://'],
    ['https://ada:secret@example.com', 'user name'],
    ['https://example.com/#top', 'fragment'],
    ['https://localhost:3000', 'leads to this machine'],
    ['https://app.localhost', 'leads to this machine'],
    ['http://127.0.0.1:3000', 'leads to this machine'],
    ['https://127.1', 'leads to this machine'],
    ['https://2130706433', 'leads to this machine'],
    ['https://0.0.0.0', 'leads to this machine'],
    ['https://[::1]:3000', 'leads to this machine'],
    ['https://[::ffff:127.0.0.1]', 'leads to this machine'],
    ['https://169.254.169.254', 'leads to this machine'],
    ['https://[fe80::1]', 'leads to this machine'],
    ['https://10.0.0.7', 'private network'],
    ['https://172.16.0.1', 'private network'],
    ['https://172.31.255.255', 'private network'],
    ['https://192.168.1.1', 'private network'],
    ['https://[fd00::1]', 'private network'],
    ['https://showwork.local', 'private network'],
  ])('%s is refused: %s', (text, problem) => {
    expect(readWebhookUrl(text, RULES)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('of an Enterprise Server may lie in a private network, and not on this machine', () => {
    expect(readWebhookUrl('https://10.0.0.7/x', ENTERPRISE)).toEqual({ url: 'https://10.0.0.7/x' });
    expect(readWebhookUrl('https://127.0.0.1/x', ENTERPRISE)).toHaveProperty('problem');
  });

  test('of a tunnel is taken as it is', () => {
    const tunnel = { ...RULES, tunnel: true };
    expect(readWebhookUrl('https://smee.io/AbC', tunnel)).toEqual({ url: 'https://smee.io/AbC' });
    expect(readWebhookUrl('https://smee.io', tunnel)).toEqual({ url: 'https://smee.io/' });
    expect(readWebhookUrl('http://localhost:3000/x', tunnel)).toEqual({ url: 'http://localhost:3000/x' });
    expect(readWebhookUrl('https://ada@smee.io/x', tunnel)).toHaveProperty('problem');
  });
});
