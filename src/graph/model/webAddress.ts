/**
 * Returns the stored text if it is an http or https address, else null. Sources write any text into fields for
 * addresses, and a page must not fail because of it.
 */
export const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
