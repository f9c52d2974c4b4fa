/** Light or dark: the system's choice until someone makes another here, which this browser then remembers. */
export type Theme = 'light' | 'dark';

const place = 'coauthor-graph-theme';
const system = matchMedia('(prefers-color-scheme: dark)');

const chosen = (): Theme | undefined => {
  try {
    const value = localStorage.getItem(place);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    return undefined; // storage is switched off
  }
};

/** The theme that is shown now. */
export const currentTheme = (): Theme => chosen() ?? (system.matches ? 'dark' : 'light');

/** Shows the current theme from now on, also when the system changes its own. */
export const followTheme = (changed: () => void): void => {
  const show = () => {
    document.documentElement.dataset['theme'] = currentTheme();
    changed();
  };
  system.addEventListener('change', show);
  show();
};

/** Shows and remembers the other theme; back at the system's own, the system is followed again. */
export const switchTheme = (): void => {
  const next: Theme = currentTheme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = next;
  try {
    if (next === (system.matches ? 'dark' : 'light')) localStorage.removeItem(place);
    else localStorage.setItem(place, next);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
};
