/** Folds or opens a section of a page. This is visible only on a phone. */
export const setFolded = (section: Element, isFolded: boolean): void => {
  section.toggleAttribute('data-folded', isFolded);
  section.querySelector('.fold')?.setAttribute('aria-expanded', String(!isFolded));
};
