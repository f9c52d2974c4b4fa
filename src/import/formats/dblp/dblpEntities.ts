/** The letters of ISO 8859-1 from U+00C0 on, by their names in dblp.dtd; dblp.dtd has no name for the division sign. */
const letters = `
Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
`;

/** The entities that dblp.dtd declares. */
export const dblpEntities: Readonly<Record<string, string>> = {
  reg: '®',
  micro: 'µ',
  ...Object.fromEntries(
    letters
      .trim()
      .split(/\s+/)
      .map((name, index) => [name, String.fromCharCode(0xc0 + index)]),
  ),
};
