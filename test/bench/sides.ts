import type { RunningNeo4j } from '../support/neo4j/start.ts';
import { databaseCpu, openBare } from './bare.ts';
import { startContestant, type Contestant, type Spent } from './contestants.ts';
import { installedCompetitors } from './competitors.ts';
import { essence, type Question, type Variables } from './questions.ts';

/** Everyone who answers the questions, and what they are called in tables. */
export const sideTitles = {
  ours: 'this project',
  generated: '@neo4j/graphql',
  plain: 'Apollo without DataLoader',
  driver: 'driver alone',
} as const;
export type SideName = keyof typeof sideTitles;

/** One who answers, on the same database as the others. */
export interface Side {
  name: SideName;
  /** What has to be equal in all answers to a question. */
  essence(question: Question, variables: Variables): Promise<unknown[]>;
  /** One request to measure, ready to be sent with any of the variables. */
  asking(question: Question): (variables: Variables) => Promise<unknown>;
  spent(): Promise<Spent>;
}

export interface Sides {
  all: Side[];
  /** Those that speak GraphQL. */
  contestants: { name: Exclude<SideName, 'driver'>; contestant: Contestant }[];
  /** Processor time of the database since it began, in milliseconds. */
  databaseCpu(): Promise<number>;
  stop(): Promise<void>;
}

const scripts = {
  ours: './servers/ours.ts',
  generated: './competitors/neo4j-graphql.js',
  plain: './competitors/apollo.js',
} as const;

/** Waits until the graph is in memory, because no statement can answer it. */
const ANSWERED_FROM_MEMORY = '{ breakdown(of: {}, by: [YEAR]) { totalCount } }';

/** Starts all of them that can be had, each in a process of its own but the driver. */
export const startSides = async (neo4j: RunningNeo4j): Promise<Sides> => {
  const missing = await installedCompetitors();
  if (missing) console.log(`Without competitors: ${missing.unavailable}.`);
  const names = missing ? (['ours'] as const) : (['ours', 'generated', 'plain'] as const);
  const contestants: Sides['contestants'] = [];
  for (const name of names)
    contestants.push({ name, contestant: await startContestant(scripts[name], { neo4j }) });
  const [ours] = contestants;
  await ours?.contestant.ask(ANSWERED_FROM_MEMORY, {});
  const bare = openBare(neo4j);
  let statements = 0;
  const run = (question: Question, variables: Variables): Promise<unknown> => {
    statements += 1;
    return bare.run(question.statement, variables);
  };
  const driver: Side = {
    name: 'driver',
    essence: async (question, variables) => essence(await run(question, variables)),
    asking: (question) => (variables) => run(question, variables),
    spent: async () => ({ cpuMilliseconds: ownCpu(), statements }),
  };
  return {
    all: [...contestants.map(({ name, contestant }) => speaking(name, contestant)), driver],
    contestants,
    databaseCpu: () => databaseCpu(bare),
    stop: async () => {
      for (const { contestant } of contestants) contestant.stop();
      await bare.close();
    },
  };
};

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const speaking = (name: Exclude<SideName, 'driver'>, contestant: Contestant): Side => ({
  name,
  essence: async (question, variables) => {
    const answer = await contestant.ask(question[name], variables);
    return name === 'generated' && question.workedOut ? question.workedOut(answer) : essence(answer);
  },
  asking: (question) => {
    const bodies = new Map<Variables, string>();
    return (variables) => {
      let body = bodies.get(variables);
      if (body === undefined) {
        bodies.set(variables, (body = JSON.stringify({ query: question[name], variables })));
      }
      return contestant.probePort(body);
    };
  },
  spent: () => contestant.spent(),
});
