/*
 * Regular expressions for the parts of BibTeX entries. A pattern with the flag y matches only at the current position;
 * the others search from the current position on.
 */

export const entryStart = /@\s*([a-z]+)\s*([{(])/gi;
export const spaces = /\s*/y;
/**
 * A key before a comma or the end of the entry or, if the comma is missing, before the name of the first field. Before
 * a comma it may have characters that BibTeX does not allow.
 */
export const keyPattern =
  /(?:\{?([^\n,={}%]{0,200}?)\}?\s*(?=,)|([^\s,={}"#%]*)(?:\s*(?=[,})]|$)|\s+(?=[^\s=,{}()"#%]+\s*=)))/y;
export const separators = /(?:[\s,]|%[^\n]*(?:\n|$))*/y;
export const fieldName = /([^\s=,{}()"#%]+)\s*=\s*/y;
export const concatenation = /\s*#\s*/y;
export const bareValue = /[^\s,{}()#"=]+/y;
/** Matches the place where the next field probably begins. Used if the end of a value is missing. */
export const nextField =
  /\n[ \t]*[a-z][\w:+.-]*[ \t]*=[ \t]*["{\w]|(?:[}"][ \t]*,?[ \t\n]+|,[ \t]*)[a-z][\w:+-]*[ \t]*=[ \t]*["{]/gi;

/** Matches the beginning of a field that is on the same line as the value before it. */
export const fieldInLine = /,[ \t]*[a-z][\w:+-]*[ \t]*=[ \t]*["{]/gi;
/**
 * Matches a text that ends with the name of a field and `=`. A quotation mark after such a text begins the value of
 * this field and does not end the value before it.
 */
export const nameAtEnd = /[\n,][ \t]*[a-z][\w:+-]*[ \t]*=[ \t]*$/i;
/** Matches the beginning of a line that begins with a field. */
export const lineWithField = /\n[ \t]*[a-z][\w:+.-]*[ \t]*=[ \t]*["{\d]/gi;
