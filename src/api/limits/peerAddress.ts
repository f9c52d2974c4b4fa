/** Removes the prefix `::ffff:` from an IPv4 address. A port that accepts both IPv4 and IPv6 adds this prefix. */
export const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '');
