const linkCommand =
  /\\href\s*\{([^{}]*)\}\s*\{(?:[^{}]|\{[^{}]*\})*\}|\\(?:url|nolinkurl|path|doi)\s*\{([^{}]*)\}/g;

/**
 * Replaces the link commands of LaTeX by their addresses: `\url{address}` and `\href{address}{text}`. Reference
 * managers write them around DOIs and URLs, also in RIS files.
 */
export const withoutLinkCommands = (text: string): string =>
  text.replace(linkCommand, (_, linked?: string, address?: string) => linked ?? address ?? '');
