/** The names of the files that a format reads in a folder: a pattern, and a description of it in words. */
export interface FileNames {
  pattern: RegExp;
  description: string;
}

/**
 * Describes file names that have one of the given endings, such as `.json`, in upper or lower case. `.gz` may follow
 * the ending.
 *
 * @param other another pattern of names, and its description
 */
export const namesEndingIn = (endings: readonly string[], other?: FileNames): FileNames => {
  const pattern = `(?:${endings.map((ending) => ending.replaceAll('.', '\\.')).join('|')})(?:\\.gz)?$`;
  return {
    pattern: new RegExp(other ? `${pattern}|${other.pattern.source}` : pattern, 'i'),
    description: [...endings, ...(other ? [other.description] : [])].join(', '),
  };
};

export const anyFileName: FileNames = { pattern: /^/, description: 'any name' };
