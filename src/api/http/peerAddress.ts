/** Removes the prefix `::ffff:`, by which a port for IPv4 and IPv6 marks an IPv4 address. */
export const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '');
