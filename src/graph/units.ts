/**
 * Sums of floating-point fractions depend on the order of addition. So each term is stored as an integer: 10⁹ times its
 * value, rounded. Sums and orders are computed with these integers; only values that are returned to clients are
 * converted back to fractions.
 */
const UNITS = 1e9;

/** Converts a term to units of 10⁻⁹. */
export const toUnits = (term: number): number => Math.round(term * UNITS);

/** Converts a sum of units to a number rounded to 10⁻⁶. */
export const fromUnits = (units: number): number => Math.round(units / 1e3) / 1e6;

/**
 * The number, in units of 10⁻⁹, that one joint paper with n = `teamSize` ≥ 2 authors adds to the strength of a pair:
 * 10⁹/(n − 1), rounded (Newman, Phys. Rev. E 64, 016132, 2001).
 */
export const strengthUnits = (teamSize: number): number => toUnits(1 / (teamSize - 1));
