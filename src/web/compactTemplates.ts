import type { Plugin } from 'vite';

/** The tags of templates in which any white space means the same as one space. */
const tags: ReadonlySet<unknown> = new Set(['css', 'html', 'svg']);

interface SyntaxNode {
  start: number;
  end: number;
}

/**
 * Makes templates in scripts smaller, whose contents a minifier does not change: removes the comments of style sheets,
 * and replaces line breaks and indentation by one space.
 */
export const compactTemplates: Plugin = {
  name: 'compact-templates',
  apply: 'build',
  transform: {
    order: 'post',
    filter: { id: /\/src\/web\/.*\.ts/, code: /(?:css|html|svg)`/ },
    handler(code) {
      let compact = code;
      // Replaces the last template first, so that the start and end of the templates before it stay valid.
      for (const { start, end } of templateParts(this.parse(code)).sort(
        (one, other) => other.start - one.start,
      ))
        compact = compact.slice(0, start) + compactText(code.slice(start, end)) + compact.slice(end);
      return { code: compact, map: null };
    },
  },
};

/** The texts of all templates that have one of the tags `css`, `html` and `svg`. */
const templateParts = (node: unknown): SyntaxNode[] => {
  if (typeof node !== 'object' || node === null) return [];
  const parts = Object.values(node).flatMap(templateParts);
  return isTagged(node) ? [...node.quasi.quasis, ...parts] : parts;
};

const isTagged = (node: object): node is { quasi: { quasis: SyntaxNode[] } } =>
  'tag' in node &&
  typeof node.tag === 'object' &&
  node.tag !== null &&
  'name' in node.tag &&
  tags.has(node.tag.name);

const compactText = (text: string): string => text.replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, ' ');
