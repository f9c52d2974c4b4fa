/** The system decides unless the user has chosen a theme in this browser. */
export type Theme = 'light' | 'dark';

const STORAGE_KEY = 'coauthor-graph-theme';
const systemPrefersDark = matchMedia('(prefers-color-scheme: dark)');

const systemTheme = (): Theme => (systemPrefersDark.matches ? 'dark' : 'light');

const storedTheme = (): Theme | undefined => {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    return undefined; // the browser does not allow storage
  }
};

export const currentTheme = (): Theme => storedTheme() ?? systemTheme();

/** Applies the current theme, now and whenever the system changes its theme. */
export const followTheme = (onChange: () => void): void => {
  const apply = () => {
    document.documentElement.dataset['theme'] = currentTheme();
    onChange();
  };
  systemPrefersDark.addEventListener('change', apply);
  apply();
};

/** Switches to the other theme and stores the choice. The theme of the system is not stored, but followed. */
export const switchTheme = (): void => {
  const theme: Theme = currentTheme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === systemTheme()) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // The browser does not allow storage: the choice is lost when the page is closed.
  }
};
