import process from 'node:process';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import neo4j from 'neo4j-driver';

/*
 * What the competitors have in common: the way Apollo's documentation serves a schema, and the few words with which
 * the benchmark asks its processes what they spent.
 */

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;

let statements = 0;

/** The name of the database to ask. */
export const database = NEO4J_DATABASE;

/** A driver whose sessions count what they run. */
export const countingDriver = () => {
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
  const open = driver.session.bind(driver);
  driver.session = (options) => {
    const session = counting(open(options));
    for (const name of ['executeRead', 'executeWrite']) {
      const execute = session[name].bind(session);
      session[name] = (work, settings) => execute((transaction) => work(counting(transaction)), settings);
    }
    return session;
  };
  return driver;
};

const counting = (runner) => {
  const run = runner.run.bind(runner);
  runner.run = (...args) => {
    statements += 1;
    return run(...args);
  };
  return runner;
};

/** Serves on a free port of this machine until the benchmark lets go of the process. */
export const serve = async (options, context) => {
  const server = new ApolloServer({ ...options, introspection: false });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async () => context,
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpuMilliseconds: (user + system) / 1_000, statements });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url });
};
