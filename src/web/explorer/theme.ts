/** The theme of the system is used unless the user has chosen another one in this browser. */
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

/** Switches to the other theme. The choice is stored only if it differs from the theme of the system. */
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
