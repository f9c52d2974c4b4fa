import type { ReviewedKind } from '../address.ts';
import type { Verdict } from './verdict.ts';

interface ReviewTexts {
  heading: string;
  lead: string;
  /** The labels of the buttons with which a reviewer decides. */
  buttons: Readonly<Record<Verdict, string>>;
  /** The text that is shown beside a pair after a decision. */
  verdicts: Readonly<Record<Verdict, string>>;
}

/** The words of the review page for each kind of entities. */
export const reviewTexts: Readonly<Record<ReviewedKind, ReviewTexts>> = {
  AUTHOR: {
    heading: 'Authors who may be one person',
    lead: 'Pairs of authors, the most likely first.',
    buttons: { same: 'Same person', different: 'Different people' },
    verdicts: {
      same: 'You have declared them one person.',
      different: 'You have declared them different people.',
    },
  },
  PAPER: {
    heading: 'Papers that may be one paper',
    lead: 'Pairs of papers to which one catalogue gives the same DOI.',
    buttons: { same: 'Same paper', different: 'Different papers' },
    verdicts: {
      same: 'You have declared them one paper.',
      different: 'You have declared them different papers.',
    },
  },
};
