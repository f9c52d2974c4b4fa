import { abstractLatex, titleLatex } from '../../graph/text/latexText.ts';
import { latexFault } from '../../graph/text/latexFault.ts';
import { tidy } from '../../graph/names.ts';
import type { OnProblem } from '../importProblem.ts';
import type { PaperRecord } from '../importRecord.ts';
import type { NormalizedPaper } from './normalizedRecord.ts';
import { text } from './recordText.ts';

type PaperTexts = Pick<NormalizedPaper, 'title' | 'titleLatex' | 'abstract' | 'abstractLatex'>;

/** The texts of a record as plain text and, if they have formulas, as LaTeX. */
export const paperTexts = (record: PaperRecord, onProblem: OnProblem): PaperTexts => {
  const { title = '', abstract = '' } = record;
  const [plainTitle, plainAbstract] = [text(title), text(abstract)];
  return {
    title: plainTitle,
    titleLatex: plainTitle && (statedLatex('titleLatex', record.titleLatex, onProblem) ?? titleLatex(title)),
    abstract: record.abstract === undefined ? undefined : (plainAbstract ?? ''),
    abstractLatex:
      plainAbstract &&
      (statedLatex('abstractLatex', record.abstractLatex, onProblem) ?? abstractLatex(abstract)),
  };
};

/** The LaTeX that the record states. Null if it has a fault, because some programs could not print it. */
const statedLatex = (
  field: 'titleLatex' | 'abstractLatex',
  value: string | undefined,
  onProblem: OnProblem,
): string | null => {
  const latex = tidy(value ?? '');
  const fault = latexFault(latex);
  if (fault !== undefined)
    onProblem('invalidField', `${field}: ${fault} in ${JSON.stringify(latex.slice(0, 60))}`);
  return latex === '' || fault !== undefined ? null : latex;
};
