import { describe, expect, it } from 'vitest';
import { ipRangeMeant, isPrivateRange, maskedRange, parseIpRange } from '../../server/src/policy/ipRange';

function say(text: string): string {
  const range = parseIpRange(text);
  if (!range) return 'none';
  const words = [`IPv${range.version}`, maskedRange(range), isPrivateRange(range) ? 'private' : undefined];
  return words.filter((word) => word !== undefined).join(' ');
}

describe('IP ranges', () => {
  it.each([
    ['203.0.113.7', 'IPv4'],
    ['203.0.113.0/24', 'IPv4'],
    ['203.0.113.7/24', 'IPv4 203.0.113.0/24'],
    ['255.255.255.255/1', 'IPv4 128.0.0.0/1'],
    ['0.0.0.0/0', 'IPv4'],
    ['10.0.0.0/7', 'IPv4'],
    ['10.1.2.3', 'IPv4 private'],
    ['172.31.0.0/16', 'IPv4 private'],
    ['172.32.0.0/16', 'IPv4'],
    ['192.168.0.1/16', 'IPv4 192.168.0.0/16 private'],
    ['2001:db8::/32', 'IPv6'],
    ['2001:db8::1/32', 'IPv6 2001:db8::/32'],
    ['2001:db8:0:0:1:0:0:1/126', 'IPv6 2001:db8:0:0:1::/126'],
    ['::1/127', 'IPv6 ::/127'],
    ['1::8:9/112', 'IPv6 1::8:0/112'],
    ['1:2:3:4:5:6:7:8', 'IPv6'],
    ['::ffff:192.0.2.1', 'IPv6'],
    ['fd00::1', 'IPv6 private'],
    ['203.0.113', 'none'],
    ['203.0.113.256', 'none'],
    ['203.0.113.0/33', 'none'],
    ['203.0.113.*', 'none'],
    ['1::2::3', 'none'],
    ['1:2:3:4:5:6:7', 'none'],
    ['1:2:3:4:5:6:7:8::', 'none'],
    ['g::', 'none'],
    ['', 'none'],
    ['203.0.113.0/', 'none'],
  ])('%s: %s', (text, expected) => {
    expect(say(text)).toBe(expected);
  });

  it.each([
    [' 203.0.113.7 ', '203.0.113.7'],
    ['10.1.*', '10.1.0.0/16'],
    ['203.0.113.x', '203.0.113.0/24'],
    ['*', '0.0.0.0/0'],
    ['example.com', undefined],
    ['999.*', undefined],
  ])('%s was meant as %s', (text, meant) => {
    expect(ipRangeMeant(text)).toBe(meant);
  });
});
