import ipaddr from 'ipaddr.js';

/** Networks to hold an address against. */
export type AddressList = readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];

/**
 * Reads "192.0.2.1, 198.51.100.0/24, 2001:db8::/32".
 *
 * @throws Error that says which of them is no address
 */
export function parseAddressList(text: string): AddressList {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (ipaddr.isValidCIDR(part)) return ipaddr.parseCIDR(part);
      if (!ipaddr.isValid(part)) throw new Error(`“${part}” is no address`);
      const address = ipaddr.parse(part);
      return [address, address.kind() === 'ipv4' ? 32 : 128] as const;
    });
}

/** Whether an address is one of a list, or in a network of it; an IPv4 address may come dressed as IPv6. */
export function isListed(list: AddressList, given: string | undefined): boolean {
  if (given === undefined || !ipaddr.isValid(given)) return false;
  const address = ipaddr.process(given);
  return list.some(([network, bits]) => address.kind() === network.kind() && address.match(network, bits));
}

export function isAddressList(text: string): boolean {
  try {
    parseAddressList(text);
    return true;
  } catch {
    return false;
  }
}
