import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses operations of a type for which the schema has no fields: subscriptions. graphql-js has no such rule. */
export const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (context.getSchema().getRootType(node.operation)) return undefined;
    const message = `This server has no ${node.operation}s. Send a query instead, and repeat it to see changes.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
    return false;
  },
});
