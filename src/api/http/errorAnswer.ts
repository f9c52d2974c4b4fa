/** An error outside GraphQL, in the form of a GraphQL answer. */
export const errorAnswer = (requestId: string, code: string, message: string, extensions: object = {}) => ({
  errors: [{ message, extensions: { code, ...extensions, requestId } }],
});
