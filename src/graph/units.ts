/**
 * Sums of fractions depend on the order of addition. So every term is kept as the integer nearest to 10⁹ times
 * it, sums are of integers, orders are by those integers, and only what is shown is a fraction again.
 */
const UNITS = 1e9;

/** A term in units of 10⁻⁹. */
export const inUnits = (term: number): number => Math.round(term * UNITS);

/** What is shown of a sum of units: a number rounded to 10⁻⁶. */
export const shown = (units: number): number => Math.round(units / 1e3) / 1e6;

/** What one joint paper of `teamSize` ≥ 2 adds to a pair's strength: 1/(n − 1) (Newman, Phys. Rev. E 64, 016132, 2001). */
export const strengthUnits = (teamSize: number): number => inUnits(1 / (teamSize - 1));
