/** The key in sessionStorage under which the API key is stored until the browser tab is closed. */
const STORAGE_KEY = 'coauthor-graph-key';

/** The API key that the user has entered in this tab. */
export const storedKey = (): string | null => sessionStorage.getItem(STORAGE_KEY);

export const storeKey = (key: string): void => sessionStorage.setItem(STORAGE_KEY, key);

export const forgetKey = (): void => sessionStorage.removeItem(STORAGE_KEY);
