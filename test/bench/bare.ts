import neo4j from 'neo4j-driver';
import type { RunningNeo4j } from '../support/neo4j/start.ts';
import { load } from './load.ts';
import { questions } from './questions.ts';
import type { Starts } from './starts.ts';

/** The driver alone, with one session for each statement. */
export interface Bare {
  run(text: string, parameters?: object): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export const openBare = ({ uri, username, password, database }: RunningNeo4j): Bare => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  return {
    run: async (text, parameters) => {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
      try {
        const { records } = await session.run(text, parameters);
        return records.map((record) => record.toObject());
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
};

/** The processor time that the database has used since its start, in milliseconds, from Java's management interface. */
export const databaseCpu = async (bare: Bare): Promise<number> => {
  const [row] = await bare.run(
    `CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes
RETURN attributes.ProcessCpuTime.value AS nanoseconds`,
  );
  return Number(row?.['nanoseconds'] ?? NaN) / 1e6;
};

/** Runs all questions on a database that has just started, so that it has planned and compiled them when it is measured. */
export const warmUp = async (neo4j: RunningNeo4j, starts: Starts, milliseconds: number): Promise<void> => {
  console.log('Warming up Neo4j …');
  const bare = openBare(neo4j);
  for (const { statement, variables } of questions) {
    const variants = variables(starts);
    if (variants.length === 0) continue;
    await load((parameters) => bare.run(statement, parameters), variants, { clients: 16, milliseconds });
  }
  await bare.close();
};
