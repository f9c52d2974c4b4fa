/** The path of an entity's page in the explorer. */
export const entityPath = (id: string): string => {
  const kind = id.slice(0, id.indexOf(':'));
  const encoded = encodeURIComponent(id).replaceAll('%3A', ':');
  // Slashes are not encoded, unless there is "." or ".." between two slashes: browsers would remove these parts of a
  // path.
  const hasDots = /(^|\/)\.{1,2}(\/|$)/.test(id);
  return `/${kind}/${hasDots ? encoded : encoded.replaceAll('%2F', '/')}`;
};
