/** OpenAlex gives these ids to deleted works and to authors that it could not identify or deleted. */
const placeholders: ReadonlySet<string | undefined> = new Set(['W4285719527', 'A9999999999', 'A5317838346']);

/** Whether an id stands for all entities of a kind that OpenAlex deleted or could not identify. */
export const isPlaceholder = (id: string | undefined): boolean => placeholders.has(id);
