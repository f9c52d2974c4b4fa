import type { EntityKind } from '../slice.ts';

/** The colors of a picture. */
export interface Palette {
  kinds: Readonly<Record<EntityKind, string>>;
  edge: string;
  accent: string;
  text: string;
  background: string;
  /** The family of its letters. */
  font: string;
}

/** The names that colors have in the style sheet; each is looked up at an element of the class `color`. */
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
 * The colors as they are now. A custom property would be read as it is written, with all that is to be worked out
 * in it; what an element of that color has is the color itself.
 *
 * @param swatches an element for each of `colorNames`, in that order
 */
export const paletteOf = (swatches: readonly Element[], host: Element): Palette => {
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
