/** The path of an entity's page in the explorer. */
export const entityPath = (id: string): string => {
  const kind = id.slice(0, id.indexOf(':'));
  const encoded = encodeURIComponent(id).replaceAll('%3A', ':');
  // Slashes are not encoded, unless "." or ".." stands between them, which browsers would resolve.
  const hasDots = /(^|\/)\.{1,2}(\/|$)/.test(id);
  return `/${kind}/${hasDots ? encoded : encoded.replaceAll('%2F', '/')}`;
};
