/** Colors and font for tests of what is drawn. */
export const palette = {
  background: 'white',
  text: 'black',
  edge: 'gray',
  accent: 'blue',
  font: 'sans-serif',
  kinds: { AUTHOR: 'blue', PAPER: 'red', TOPIC: 'green', INSTITUTION: 'brown' },
};
