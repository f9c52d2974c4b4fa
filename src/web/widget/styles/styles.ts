import { controls } from './controlStyles.ts';
import { frame } from './frameStyles.ts';
import { hidden } from './hiddenStyles.ts';
import { list } from './listStyles.ts';
import { stage } from './stageStyles.ts';
import { years } from './yearStyles.ts';

/** The look of the element. */
export const styles = [frame, controls, stage, years, list, hidden];
