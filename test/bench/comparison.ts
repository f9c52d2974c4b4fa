import type { Measured, Row } from './http.ts';
import { sideTitles, type SideName } from './sides.ts';
import { figure, printTable, times, type Cell } from './table.ts';

const names = Object.keys(sideTitles) as SideName[];
const others = names.filter((name) => name !== 'ours');

/** Prints what was measured, ratios first. */
export const printComparison = (rows: readonly Row[]): void => {
  const titles = names.map((name) => sideTitles[name]);
  const asked = ({ question, clients }: Row): Cell[] => [question.title, String(clients)];
  const table = (title: string, cellOf: (measured: Measured) => string): void => {
    const cells = (row: Row): Cell[] =>
      names.map((name) => {
        const measured = row.measured[name];
        return measured ? cellOf(measured) : '–';
      });
    printTable(
      title,
      ['question', 'clients', ...titles],
      rows.map((row) => [...asked(row), ...cells(row)]),
    );
  };

  printTable(
    'Requests a second of this project, as a multiple of theirs (above 1: more than they)',
    ['question', 'clients', ...others.map((name) => sideTitles[name]), 'meant, of @neo4j/graphql', ''],
    rows.map((row) => [...asked(row), ...others.map((name) => times(ratio(row, name))), ...aim(row)]),
  );
  table('Requests a second (median of the rounds)', ({ perSecond }) => figure(perSecond));
  table(
    'Milliseconds from question to answer: median / p99',
    (measured) => `${figure(measured.median)} / ${figure(measured.p99)}`,
  );
  table(
    "Processor milliseconds a request: the server's (of the driver: the benchmark's) + the database's",
    ({ serverCpu, databaseCpu }) => `${figure(serverCpu)} + ${figure(databaseCpu)}`,
  );
  printTable(
    'Statements a request',
    ['question', ...titles],
    rows
      .filter(({ clients }) => clients === 1)
      .map(({ question, statements }) => [
        question.title,
        ...names.map((name) => figure(statements[name] ?? NaN)),
      ]),
  );
};

const ratio = ({ measured }: Row, name: SideName): number =>
  (measured.ours?.perSecond ?? NaN) / (measured[name]?.perSecond ?? NaN);

const aim = (row: Row): Cell[] => {
  const { atLeast } = row.question;
  if (atLeast === undefined || row.clients === 1 || !row.measured.generated) return [undefined, undefined];
  return [`${atLeast} ×`, ratio(row, 'generated') >= atLeast ? 'reached' : 'missed'];
};
