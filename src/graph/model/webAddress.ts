/** A stored address where it is one of the web: sources write anything there, and a page must not fail by it. */
export const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
