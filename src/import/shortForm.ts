/** A value of any type as the report quotes it. */
export const shortForm = (value: unknown): string => {
  if (Array.isArray(value)) return `a list of ${value.length} items`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return value.length <= 60 ? JSON.stringify(value) : `a text of ${value.length} characters`;
};
