import { controls } from './controls.ts';
import { frame } from './frame.ts';
import { hidden } from './hidden.ts';
import { list } from './list.ts';
import { stage } from './stage.ts';
import { years } from './years.ts';

/** The look of the element. */
export const styles = [frame, controls, stage, years, list, hidden];
