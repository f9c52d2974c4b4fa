import type { RunningNeo4j } from '../support/neo4j/start.ts';
import { load } from './load.ts';
import { questions, type Question, type Variables } from './questions.ts';
import { measureNewShapes } from './shapes.ts';
import { startSides, type Side, type SideName, type Sides } from './sides.ts';
import type { Starts } from './starts.ts';
import { printComparison } from './comparison.ts';
import { median, quantile } from './timing.ts';

/** How long to measure over HTTP. */
export interface HttpBounds {
  rounds: number;
  /** Each side, number of clients and round. */
  milliseconds: number;
  warmUpMilliseconds: number;
  newShapes: number;
}

/** What a side needs for a question with so many clients; the processor's milliseconds are a request's. */
export interface Measured {
  perSecond: number;
  median: number;
  p99: number;
  serverCpu: number;
  databaseCpu: number;
}

/** A question with so many clients, by side; a side that answered something else is not there. */
export interface Row {
  question: Question;
  clients: number;
  measured: Partial<Record<SideName, Measured>>;
  /** A request. */
  statements: Partial<Record<SideName, number>>;
}

const CLIENTS = [1, 16] as const;

/** Everything that is asked over HTTP of servers on the same Neo4j. */
export const measureHttp = async (neo4j: RunningNeo4j, starts: Starts, bounds: HttpBounds): Promise<void> => {
  const sides = await startSides(neo4j);
  try {
    const rows: Row[] = [];
    for (const question of questions) {
      console.log(`Over HTTP: ${question.title} …`);
      rows.push(...(await measureQuestion(sides, question, question.variables(starts), bounds)));
    }
    printComparison(rows);
    await measureNewShapes(sides, starts, bounds.newShapes);
  } finally {
    await sides.stop();
  }
};

const measureQuestion = async (
  sides: Sides,
  question: Question,
  variables: Variables[],
  bounds: HttpBounds,
): Promise<Row[]> => {
  if (variables.length === 0) {
    console.log('  left out: the data has nothing to ask it of.');
    return [];
  }
  const { agreeing, statements } = await agreement(sides, question, variables.slice(0, 5));
  for (const side of agreeing) {
    await load(side.asking(question), variables, { clients: 16, milliseconds: bounds.warmUpMilliseconds });
  }
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round < bounds.rounds; round += 1) {
    for (const clients of CLIENTS) {
      for (let place = 0; place < agreeing.length; place += 1) {
        const side = agreeing[(place + round) % agreeing.length]!;
        const sample = await sampled(sides, side, question, variables, { clients, ...bounds });
        const key = `${side.name} ${clients}`;
        samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
  return CLIENTS.map((clients) => ({
    question,
    clients,
    statements,
    measured: Object.fromEntries(
      agreeing.map(({ name }) => [name, together(samples.get(`${name} ${clients}`)!)]),
    ),
  }));
};

/** Those who answer as this project does, and how many statements a request takes them. */
const agreement = async (
  { all }: Sides,
  question: Question,
  variables: Variables[],
): Promise<{ agreeing: Side[]; statements: Row['statements'] }> => {
  const agreeing: Side[] = [];
  const statements: Row['statements'] = {};
  let wanted: string | undefined;
  for (const side of all) {
    await side.essence(question, variables[0]!); // the first one may have to ask what database it is
    const before = (await side.spent()).statements;
    const answers: unknown[][] = [];
    for (const each of variables) answers.push(await side.essence(question, each));
    statements[side.name] = ((await side.spent()).statements - before) / variables.length;
    wanted ??= JSON.stringify(answers);
    if (JSON.stringify(answers) === wanted) agreeing.push(side);
    else console.log(`  left out: ${side.name} answers something else.`);
  }
  return { agreeing, statements };
};

interface Sample extends Omit<Measured, 'median' | 'p99'> {
  milliseconds: number[];
}

const sampled = async (
  sides: Sides,
  side: Side,
  question: Question,
  variables: Variables[],
  bounds: { clients: number; milliseconds: number },
): Promise<Sample> => {
  const databaseBefore = await sides.databaseCpu();
  const serverBefore = await side.spent();
  const { perSecond, answers, milliseconds, failures } = await load(side.asking(question), variables, bounds);
  const serverAfter = await side.spent();
  const databaseAfter = await sides.databaseCpu();
  if (failures.length > 0)
    console.log(`  ${side.name}: ${failures.length} failed, for instance: ${failures[0]}`);
  return {
    perSecond,
    milliseconds,
    serverCpu: (serverAfter.cpuMilliseconds - serverBefore.cpuMilliseconds) / answers,
    databaseCpu: (databaseAfter - databaseBefore) / answers,
  };
};

const together = (samples: readonly Sample[]): Measured => {
  const all = samples.flatMap(({ milliseconds }) => milliseconds);
  return {
    perSecond: median(samples.map(({ perSecond }) => perSecond)),
    median: median(all),
    p99: quantile(all, 0.99),
    serverCpu: median(samples.map(({ serverCpu }) => serverCpu)),
    databaseCpu: median(samples.map(({ databaseCpu }) => databaseCpu)),
  };
};
