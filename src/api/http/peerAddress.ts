/** An address without what a port that takes IPv6, too, puts before one of IPv4. */
export const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '');
