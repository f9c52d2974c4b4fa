import type { Palette } from './palette.ts';

/** The names of the colors in the style sheet. The element has a hidden swatch for each, of the class `color`. */
export const colorNames = [
  'author',
  'paper',
  'topic',
  'institution',
  'edge',
  'accent',
  'text',
  'background',
] as const;

/**
 * Reads the computed colors of the swatches. A custom property itself cannot be read as a color, because it may hold
 * an expression such as `light-dark()`.
 *
 * @param swatches one element for each of `colorNames`, in the same order
 */
export const readPalette = (swatches: readonly Element[], host: Element): Palette => {
  const color = (name: (typeof colorNames)[number]): string => {
    const swatch = swatches[colorNames.indexOf(name)];
    return swatch ? getComputedStyle(swatch).backgroundColor : '';
  };
  return {
    kinds: {
      AUTHOR: color('author'),
      PAPER: color('paper'),
      TOPIC: color('topic'),
      INSTITUTION: color('institution'),
    },
    edge: color('edge'),
    accent: color('accent'),
    text: color('text'),
    background: color('background'),
    font: getComputedStyle(host).fontFamily,
  };
};
