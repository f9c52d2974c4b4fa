/** Lets the user save a file. */
export const saveFile = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The URL is revoked later, because Firefox reads the file only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
