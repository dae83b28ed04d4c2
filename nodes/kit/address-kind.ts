import ipaddr from 'ipaddr.js';

/**
 * - public: reachable by anybody
 * - private: this machine or the network around it
 * - forbidden: never a customer's server, wherever we run (link-local with the clouds' metadata service, multicast …)
 */
export type AddressKind = 'public' | 'private' | 'forbidden';

const PRIVATE_RANGES = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);
/** 2000::/3 is the only block from which global addresses are given out (IANA IPv6 address space registry). */
const GLOBAL_IPV6 = ipaddr.IPv6.parse('2000::');

/**
 * Where clouds serve their machines' own credentials outside of the link-local range, inside ranges that
 * `allowPrivate` opens or that count as public. Sources: Alibaba Cloud "Instance metadata" (100.100.100.200), AWS
 * "Instance metadata service" (fd00:ec2::/32 with ::254, ::23 …), Google Cloud "Metadata server" (fd20:ce::254),
 * Microsoft Azure "IP address 168.63.129.16".
 */
const METADATA = ['100.100.100.200/32', '168.63.129.16/32', 'fd00:ec2::/32', 'fd20:ce::254/128'].map((range) =>
  ipaddr.parseCIDR(range),
);

function servesCredentials(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return METADATA.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

/** Reads an address in any notation that an operating system accepts ("0x7f.1", "[::1]"), or null for a name. */
export function parseAddress(host: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : null;
}

/** The IPv4 address that an IPv6 one stands for (::ffff:a.b.c.d, and 64:ff9b::/96 of NAT64), as bytes. */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const range = address.range();
  if (range !== 'ipv4Mapped' && range !== 'rfc6052') return null;
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

export function addressKind(address: ipaddr.IPv4 | ipaddr.IPv6): AddressKind {
  if (address instanceof ipaddr.IPv6) {
    const inner = embeddedIpv4(address);
    if (inner) return addressKind(inner);
  }
  if (servesCredentials(address)) return 'forbidden';
  const range = address.range();
  if (PRIVATE_RANGES.has(range)) return 'private';
  // 6to4 and Teredo can wrap any IPv4 address and have no relays left (RFC 7526): their ranges fall through to here.
  if (range !== 'unicast') return 'forbidden';
  if (address instanceof ipaddr.IPv6 && !address.match(GLOBAL_IPV6, 3)) return 'forbidden';
  return 'public';
}
